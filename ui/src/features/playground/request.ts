import type { Json, MessageRecord, SpanRecord } from '../../api/contract';

export interface EditedMessage {
  role: string;
  /** Text, or JSON of a list of parts. */
  content: string;
  /** Members that are not edited here: tool_calls, tool_call_id, name. */
  rest: { [name: string]: Json };
  isParts: boolean;
}

export interface EditedRequest {
  model: string;
  messages: EditedMessage[];
  /** A JSON object of everything else: parameters, tools, routing. */
  others: string;
}

/** What the reader does not want to send again as it was. */
const DROPPED = new Set(['model', 'messages', 'stream', 'stream_options', 'usage', 'models']);

/** The call that a span shows, to be changed: its own body where it is kept, else what its attributes say. */
export function requestOf(record: SpanRecord): EditedRequest | null {
  const body = bodyOf(record.content.input?.text);
  if (body !== null) return fromBody(body);
  const { input_messages: messages } = record.content;
  if (messages.length === 0) return null;
  const parameters = record.content.parameters;
  const others: { [name: string]: Json } = typeof parameters === 'object' && parameters !== null && !Array.isArray(parameters) ? without(parameters) : {};
  if (record.content.tools.length > 0) others.tools = record.content.tools.map(({ definition }) => definition).filter((definition) => typeof definition === 'object');
  return { model: record.model ?? '', messages: messages.map(fromRecord), others: write(others) };
}

/** A request body as it is edited. */
export function fromBody(body: { [name: string]: Json }): EditedRequest {
  const messages = Array.isArray(body.messages) ? body.messages : [];
  return {
    model: typeof body.model === 'string' ? body.model : '',
    messages: messages.filter((message): message is { [name: string]: Json } => typeof message === 'object' && message !== null && !Array.isArray(message)).map(fromJson),
    others: write(without(body)),
  };
}

/** The body to send; an error in words where something is no JSON. */
export function toBody({ model, messages, others }: EditedRequest): { [name: string]: Json } {
  return { ...parseObject(others), model, messages: messages.map(toJson) };
}

function parseObject(text: string): { [name: string]: Json } {
  if (text.trim() === '') return {};
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    throw new Error(`The parameters are not valid JSON: ${(error as Error).message}`, { cause: error });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('The parameters must be a JSON object: {"temperature": 0.2}');
  return value;
}

function bodyOf(text: string | undefined): { [name: string]: Json } | null {
  if (!text?.trimStart().startsWith('{')) return null;
  try {
    const body = JSON.parse(text) as Json;
    return typeof body === 'object' && body !== null && !Array.isArray(body) && Array.isArray(body.messages) ? body : null;
  } catch {
    return null;
  }
}

function fromJson(message: { [name: string]: Json }): EditedMessage {
  const { role, content, ...rest } = message;
  const isParts = typeof content === 'object' && content !== null;
  return { role: typeof role === 'string' ? role : 'user', content: isParts ? JSON.stringify(content, null, 2) : typeof content === 'string' ? content : '', rest, isParts };
}

function toJson({ role, content, rest, isParts }: EditedMessage, index: number): Json {
  if (!isParts) return { ...rest, role, content };
  try {
    return { ...rest, role, content: JSON.parse(content) as Json };
  } catch (error) {
    throw new Error(`Message ${index + 1} has a list of parts that is not valid JSON: ${(error as Error).message}`, { cause: error });
  }
}

function fromRecord(message: MessageRecord): EditedMessage {
  const rest: { [name: string]: Json } = {};
  if (message.tool_calls.length > 0) {
    rest.tool_calls = message.tool_calls.map(({ id, name, arguments: text }) => ({ id: id ?? '', type: 'function', function: { name: name ?? '', arguments: text?.text ?? '{}' } }));
  }
  if (message.tool_call_id !== null) rest.tool_call_id = message.tool_call_id;
  return { role: message.role ?? 'user', content: message.parts.map(({ text }) => text?.text ?? '').join('\n\n'), rest, isParts: false };
}

function without(body: { [name: string]: Json }): { [name: string]: Json } {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !DROPPED.has(name)));
}

function write(others: { [name: string]: Json }): string {
  return Object.keys(others).length === 0 ? '' : JSON.stringify(others, null, 2);
}
