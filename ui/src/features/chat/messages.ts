import type { Attachment, ChatSettings, Step, Turn } from './types';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A member of settings that is JSON; an error in words where it is none. */
export function readJson(text: string, what: string, isRight: (value: Json) => boolean): Json | undefined {
  if (text.trim() === '') return undefined;
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    throw new Error(`${what} are not valid JSON: ${(error as Error).message}`, { cause: error });
  }
  if (!isRight(value)) throw new Error(`${what} must be ${what === 'Tools' ? 'a list of tools: [{"type": "function", "function": {…}}]' : 'an object: {"temperature": 0.2}'}`);
  return value;
}

/** What is wrong with settings, for people; null: nothing. */
export function settingsProblem(settings: ChatSettings): string | null {
  try {
    void parametersOf(settings);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

function parametersOf({ parameters, tools }: ChatSettings): Record<string, Json> {
  const members = readJson(parameters, 'Parameters', (value) => typeof value === 'object' && value !== null && !Array.isArray(value)) as Record<string, Json> | undefined;
  const list = readJson(tools, 'Tools', Array.isArray);
  return { ...members, ...(list === undefined || (list as Json[]).length === 0 ? {} : { tools: list }) };
}

/** The body of a call: the conversation so far as one model knows it, up to and with the turn at `upTo`. */
export function requestBody(model: string, settings: ChatSettings, turns: readonly Turn[], upTo: number): Record<string, Json> {
  const messages: Json[] = settings.system.trim() === '' ? [] : [{ role: 'system', content: settings.system }];
  for (const turn of turns.slice(0, upTo + 1)) {
    messages.push({ role: 'user', content: contentOf(turn) });
    for (const step of turn.answers[model] ?? []) messages.push(...messagesOf(step));
  }
  return { ...parametersOf(settings), model, messages };
}

function contentOf({ text, attachments }: Turn): Json {
  if (attachments.length === 0) return text;
  return [...attachments.map(partOf), ...(text === '' ? [] : [{ type: 'text', text }])];
}

function partOf({ kind, name, content }: Attachment): Json {
  return kind === 'image' ? { type: 'image_url', image_url: { url: content } } : { type: 'text', text: `File ${name}:\n\n${content}` };
}

// an answer that failed is nothing that was said; one that was stopped is, as far as it came
function messagesOf({ answer, results }: Step): Json[] {
  if (answer.text === '' && answer.toolCalls.length === 0) return [];
  // calls without results would be refused by every provider
  const calls = results === null ? [] : answer.toolCalls;
  if (answer.text === '' && calls.length === 0) return [];
  const said: Record<string, Json> = { role: 'assistant', content: answer.text };
  if (calls.length > 0) said.tool_calls = calls.map(({ id, name, arguments: text }) => ({ id, type: 'function', function: { name, arguments: text } }));
  return [said, ...calls.map(({ id }) => ({ role: 'tool', tool_call_id: id, content: results?.[id] ?? '' }))];
}
