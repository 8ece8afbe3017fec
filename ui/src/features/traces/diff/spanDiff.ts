import type { Json, SpanRecord } from '../../../api/contract';
import { formatDuration, formatUsd } from '../../../app/format';

/** A name with what two spans say under it; null where one says nothing. */
export interface DiffRow {
  name: string;
  before: string | null;
  after: string | null;
}

function count(value: number | null): string | null {
  return value === null ? null : String(value);
}

function facts(record: SpanRecord): [string, string | null][] {
  return [
    ['name', record.name],
    ['kind', record.kind],
    ['status', record.status],
    ['status message', record.status_message || null],
    ['model', record.model],
    ['provider', record.provider],
    ['took', formatDuration(record.duration_us)],
    ['prompt tokens', count(record.prompt_tokens)],
    ['completion tokens', count(record.completion_tokens)],
    ['cost', record.cost === null ? null : formatUsd(record.cost)],
  ];
}

/** What the two spans come to, where they differ. */
export function diffFacts(before: SpanRecord, after: SpanRecord): DiffRow[] {
  const others = new Map(facts(after));
  return facts(before)
    .map(([name, value]) => ({ name, before: value, after: others.get(name) ?? null }))
    .filter((row) => row.before !== row.after);
}

/** Attributes that differ, by name. */
export function diffAttributes(before: Json, after: Json): DiffRow[] {
  const one = flat(before);
  const other = flat(after);
  const names = [...new Set([...one.keys(), ...other.keys()])].toSorted();
  return names.map((name) => ({ name, before: one.get(name) ?? null, after: other.get(name) ?? null })).filter((row) => row.before !== row.after);
}

function flat(attributes: Json): Map<string, string> {
  if (attributes === null || typeof attributes !== 'object' || Array.isArray(attributes)) return new Map();
  return new Map(Object.entries(attributes).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]));
}

/** What went in, or came out, as one text: every message with its role. */
export function textOf({ content }: SpanRecord, side: 'input' | 'output'): string {
  const messages = side === 'input' ? content.input_messages : content.output_messages;
  if (messages.length === 0) return content[side]?.text ?? '';
  return messages
    .map(({ role, parts, tool_calls: calls }) => {
      const said = parts.map((part) => part.text?.text ?? (part.url ? `(${part.type})` : ''));
      const called = calls.map((call) => `${call.name}(${call.arguments?.text ?? ''})`);
      return [`# ${role || 'message'}`, ...said, ...called].join('\n');
    })
    .join('\n\n');
}
