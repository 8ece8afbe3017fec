import type { Json, SpanRecord, TextValue } from '../../api/contract';

type JsonObject = { [name: string]: Json };

/** A span as an example: of a chat its messages, else its input and output. */
export function exampleOf(record: SpanRecord): { input: JsonObject; output: JsonObject; metadata: JsonObject } {
  const { input_messages: asked, output_messages: said, input, output } = record.content;
  return {
    input: asked.length > 0 ? { messages: asked.map(messageOf) } : objectOf(input, 'input'),
    output: said.length > 0 ? { messages: said.map(messageOf) } : objectOf(output, 'output'),
    metadata: { span_name: record.name, ...(record.model === null ? {} : { model: record.model }) },
  };
}

function messageOf(message: SpanRecord['content']['input_messages'][number]): Json {
  return {
    role: message.role,
    content: message.parts.map(({ text, url }) => text?.text ?? url?.text ?? '').join('\n\n'),
    ...(message.tool_calls.length === 0 ? {} : { tool_calls: message.tool_calls.map(({ name, arguments: text }) => ({ name, arguments: text?.text ?? '' })) }),
  };
}

// an object stays as it is, so that columns keep their names
function objectOf(value: TextValue | null, name: string): JsonObject {
  if (value === null) return {};
  try {
    const json = JSON.parse(value.text) as Json;
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json;
    return { [name]: json };
  } catch {
    return { [name]: value.text };
  }
}
