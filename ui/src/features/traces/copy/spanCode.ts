import type { Json, MessageRecord, SpanRecord } from '../../../api/contract';

type JsonObject = { [name: string]: Json };

/** The request of a call as chat completions have it; null for spans that are none. */
export function requestOf({ model, content }: SpanRecord): JsonObject | null {
  if (content.input_messages.length === 0) return null;
  const parameters = isObject(content.parameters) ? content.parameters : {};
  const tools = content.tools.map(({ definition }) => definition).filter((definition) => isObject(definition));
  const rest = Object.fromEntries(Object.entries(parameters).filter(([name]) => name !== 'model' && name !== 'messages' && name !== 'tools' && name !== 'stream'));
  return { model: model ?? 'author/model', messages: content.input_messages.map(messageOf), ...(tools.length > 0 ? { tools } : {}), ...rest };
}

function messageOf(message: MessageRecord): JsonObject {
  const texts = message.parts.filter(({ type }) => type !== 'reasoning');
  const isText = texts.every(({ url }) => url === null);
  const content: Json = isText ? texts.map(({ text }) => text?.text ?? '').join('\n') : texts.map(partOf);
  const calls = message.tool_calls.map(({ id, name, arguments: given }): JsonObject => ({ id, type: 'function', function: { name, arguments: given?.text ?? '{}' } }));
  return {
    role: message.role || 'user',
    content: calls.length > 0 && texts.length === 0 ? null : content,
    ...(message.name ? { name: message.name } : {}),
    ...(message.tool_call_id ? { tool_call_id: message.tool_call_id } : {}),
    ...(calls.length > 0 ? { tool_calls: calls } : {}),
  };
}

function partOf({ type, text, url }: MessageRecord['parts'][number]): JsonObject {
  if (url === null) return { type: 'text', text: text?.text ?? '' };
  if (type === 'image') return { type: 'image_url', image_url: { url: url.text } };
  if (type === 'audio' && url.text.startsWith('data:')) {
    const format = /^data:audio\/([\w-]+)/.exec(url.text)?.[1] ?? 'wav';
    return { type: 'input_audio', input_audio: { data: url.text.slice(url.text.indexOf(',') + 1), format: format === 'mpeg' ? 'mp3' : format } };
  }
  return { type: 'file', file: { file_data: url.text } };
}

function isObject(value: Json): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

export function curlCode(request: JsonObject, origin: string): string {
  const body = JSON.stringify(request, null, 2);
  // a here-document ends at the first line that is its word
  let end = 'JSON';
  while (body.split('\n').includes(end)) end += '_';
  return `curl ${origin}/api/v1/chat/completions \\
  -H "Authorization: Bearer $WEIR_KEY" \\
  -H "Content-Type: application/json" \\
  --data-binary @- <<'${end}'
${body}
${end}
`;
}

/** Members that the Python client takes by name; others go into `extra_body`. */
const PYTHON_NAMES = new Set([
  'model', 'messages', 'tools', 'tool_choice', 'temperature', 'top_p', 'max_tokens', 'max_completion_tokens', 'stop', 'seed', 'n', 'response_format', 'frequency_penalty', 'presence_penalty', 'logit_bias',
  'logprobs', 'top_logprobs', 'parallel_tool_calls', 'reasoning_effort', 'user', 'metadata', 'modalities', 'audio', 'prediction', 'service_tier', 'store', 'verbosity',
]);

export function pythonCode(request: JsonObject, origin: string): string {
  const known = Object.entries(request).filter(([name]) => PYTHON_NAMES.has(name));
  const others = Object.fromEntries(Object.entries(request).filter(([name]) => !PYTHON_NAMES.has(name)));
  const named = known.map(([name, value]) => `    ${name}=${pythonValue(value, 1)},`);
  if (Object.keys(others).length > 0) named.push(`    extra_body=${pythonValue(others, 1)},`);
  return `# pip install openai
import os

from openai import OpenAI

client = OpenAI(base_url="${origin}/api/v1", api_key=os.environ["WEIR_KEY"])

completion = client.chat.completions.create(
${named.join('\n')}
)
print(completion.choices[0].message)
`;
}

/** A value as Python writes it. JSON's texts are Python's, its words are not. */
export function pythonValue(value: Json, depth: number): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value !== 'object') return JSON.stringify(value);
  const indent = '    '.repeat(depth);
  const items = Array.isArray(value)
    ? value.map((item) => `${indent}    ${pythonValue(item, depth + 1)},`)
    : Object.entries(value).map(([name, item]) => `${indent}    ${JSON.stringify(name)}: ${pythonValue(item, depth + 1)},`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return items.length === 0 ? `${open}${close}` : `${open}\n${items.join('\n')}\n${indent}${close}`;
}

export function typeScriptCode(request: JsonObject, origin: string): string {
  return `// npm install openai
import OpenAI from 'openai';

const client = new OpenAI({ baseURL: '${origin}/api/v1', apiKey: process.env.WEIR_KEY });

const completion = await client.chat.completions.create(${JSON.stringify(request, null, 2)});
console.log(completion.choices[0]?.message);
`;
}

export function csharpCode(request: JsonObject, origin: string): string {
  const body = JSON.stringify(request, null, 2);
  // a raw text ends at as many quotes as it began with
  const longest = [...body.matchAll(/"+/g)].reduce((most, [run]) => Math.max(most, run.length), 2);
  const quotes = '"'.repeat(longest + 1);
  return `// dotnet add package OpenAI
using System.ClientModel;
using OpenAI;
using OpenAI.Chat;

var key = new ApiKeyCredential(Environment.GetEnvironmentVariable("WEIR_KEY")!);
var options = new OpenAIClientOptions { Endpoint = new Uri("${origin}/api/v1") };
var client = new ChatClient(${JSON.stringify(request['model'] ?? '')}, key, options);

// the request as it was sent, with members that the client has no property for
using var body = BinaryContent.Create(BinaryData.FromString(${quotes}
${body}
${quotes}));
var result = await client.CompleteChatAsync(body);
Console.WriteLine(result.GetRawResponse().Content);
`;
}
