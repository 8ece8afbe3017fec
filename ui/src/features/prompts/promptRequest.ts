import type { Json } from '../../api/contract';
import type { EditedMessage, EditedRequest } from '../playground/request';
import type { PromptVersionRecord } from './types';

/** A version of a prompt as a call to be made; its variables stay as they are written. */
export function promptRequest(version: PromptVersionRecord): EditedRequest {
  const { template, invocation_parameters: parameters, tools } = version;
  const messages: EditedMessage[] =
    template.type === 'string'
      ? [{ role: 'user', content: template.template, rest: {}, isParts: false }]
      : template.messages.map(({ role, content }) => ({ role: role === 'ai' || role === 'model' ? 'assistant' : role, content: textOf(content), rest: {}, isParts: false }));
  const own = parameters[parameters.type];
  const others: { [name: string]: Json } = typeof own === 'object' && own !== null && !Array.isArray(own) ? { ...own } : {};
  if (tools && tools.tools.length > 0) others.tools = tools.tools as unknown as Json;
  return { model: version.model_name, messages, others: Object.keys(others).length === 0 ? '' : JSON.stringify(others, null, 2) };
}

export function textOf(content: string | { [name: string]: Json }[]): string {
  if (typeof content === 'string') return content;
  return content.map((part) => (typeof part.text === 'string' ? part.text : JSON.stringify(part, null, 2))).join('\n\n');
}

/** The names in a template: {{name}} or {name}, by its format; each once, in order. */
export function variablesOf(version: PromptVersionRecord): string[] {
  const { template, template_format: format } = version;
  const text = template.type === 'string' ? template.template : template.messages.map(({ content }) => textOf(content)).join('\n');
  const pattern = format === 'MUSTACHE' ? /\{\{\s*([\w.]+)\s*\}\}/g : format === 'F_STRING' ? /(?<!\{)\{(\w+)\}(?!\})/g : null;
  return pattern === null ? [] : [...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ''))];
}
