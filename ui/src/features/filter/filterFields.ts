/** What can be said about a field, which decides on its operators and values. */
export type FieldType = 'text' | 'word' | 'id' | 'number' | 'time' | 'attribute';

export interface FilterField {
  name: string;
  type: FieldType;
  /** What it is, in a few words. */
  about: string;
  /** All values there are. */
  words?: readonly string[];
  /** By what the numbers of the server are grouped to find values that were seen. */
  group?: 'model' | 'provider' | 'user' | 'session';
}

const KINDS = ['LLM', 'CHAIN', 'TOOL', 'RETRIEVER', 'EMBEDDING', 'AGENT', 'RERANKER', 'GUARDRAIL', 'EVALUATOR', 'PROMPT', 'UNKNOWN'];

/** The fields of the filter language, those asked for most first. */
export const FILTER_FIELDS: readonly FilterField[] = [
  { name: 'span_kind', type: 'word', about: 'what the span does', words: KINDS },
  { name: 'status_code', type: 'word', about: 'OK, ERROR or UNSET', words: ['ERROR', 'OK', 'UNSET'] },
  { name: 'llm.model_name', type: 'text', about: 'model', group: 'model' },
  { name: 'llm.provider', type: 'text', about: 'who served it', group: 'provider' },
  { name: 'name', type: 'text', about: 'name of the span' },
  { name: 'latency_ms', type: 'number', about: 'milliseconds from begin to end' },
  { name: 'cost', type: 'number', about: 'US dollars' },
  { name: 'llm.token_count.total', type: 'number', about: 'tokens of the span' },
  { name: 'llm.token_count.prompt', type: 'number', about: 'tokens that went in' },
  { name: 'llm.token_count.completion', type: 'number', about: 'tokens that came out' },
  { name: 'cumulative_token_count.total', type: 'number', about: 'tokens with all spans below' },
  { name: 'user.id', type: 'text', about: 'user', group: 'user' },
  { name: 'session.id', type: 'text', about: 'session', group: 'session' },
  { name: 'input.value', type: 'attribute', about: 'what went in' },
  { name: 'output.value', type: 'attribute', about: 'what came out' },
  { name: "metadata['']", type: 'attribute', about: 'a key of the metadata' },
  { name: "attributes['']", type: 'attribute', about: 'any attribute by its name' },
  { name: "annotations[''].label", type: 'attribute', about: 'label of an annotation' },
  { name: "annotations[''].score", type: 'number', about: 'score of an annotation' },
  { name: 'parent_id', type: 'id', about: 'None for a root' },
  { name: 'status_message', type: 'text', about: 'why it failed' },
  { name: 'start_time', type: 'time', about: "begin, by the sender's clock" },
  { name: 'end_time', type: 'time', about: "end, by the sender's clock" },
  { name: 'received_at', type: 'time', about: "by the server's clock" },
  { name: 'trace_id', type: 'id', about: '32 hex digits' },
  { name: 'span_id', type: 'id', about: '16 hex digits' },
  { name: 'tag.tags', type: 'attribute', about: 'tags' },
  { name: 'tool.name', type: 'attribute', about: 'name of a tool' },
];

const SHORT: Record<string, string> = { model: 'llm.model_name', provider: 'llm.provider', session_id: 'session.id', user_id: 'user.id' };

/** The field of a name as people write it; null for names that only a sender knows. */
export function fieldOf(name: string): FilterField | null {
  const full = SHORT[name] ?? name;
  return FILTER_FIELDS.find((field) => field.name === full) ?? null;
}
