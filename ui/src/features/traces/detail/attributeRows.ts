import type { Json, SpanRecord } from '../../../api/contract';
import { type AttributeEntry, groupAttributes } from './attributes';

/** A line of the attribute table: the title of a group, or a key with its value. */
export type AttributeRow = { title: string; count: number } | (AttributeEntry & { id: string });

/** Everything a span says, as one list: itself, its attributes by prefix, who sent it. */
export function attributeRows(record: SpanRecord, search: string): AttributeRow[] {
  const sections: [string, Json][] = [
    ['', record.attributes],
    ['resource', record.resource],
    ['span', identity(record)],
    ...record.links.map((link, index): [string, Json] => [
      `link ${index + 1}`,
      { trace_id: link.trace_id, span_id: link.span_id, ...(isObject(link.attributes) ? link.attributes : {}) },
    ]),
  ];
  return sections.flatMap(([section, attributes]) => {
    if (section === '') return groupAttributes(attributes, search).flatMap(({ prefix, entries }) => rowsOf(prefix || 'other', entries));
    // few enough that one group is clearer than many
    return rowsOf(section, groupAttributes(attributes, search).flatMap((group) => group.entries));
  });
}

function rowsOf(title: string, entries: AttributeEntry[]): AttributeRow[] {
  if (entries.length === 0) return [];
  return [{ title, count: entries.length }, ...entries.map((entry) => ({ ...entry, id: `${title}\n${entry.key}` }))];
}

function identity(record: SpanRecord): Json {
  const said: Record<string, Json> = {
    trace_id: record.trace_id,
    span_id: record.span_id,
    parent_id: record.parent_id,
    project: record.project,
    otel_kind: record.otel_kind,
    start_time: record.start_time,
    end_time: record.end_time,
    received_at: record.received_at,
    scope_name: record.scope_name,
    scope_version: record.scope_version,
    trace_state: record.trace_state,
    dropped_attributes: record.dropped_attributes,
    dropped_events: record.dropped_events,
    dropped_links: record.dropped_links,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '' && value !== null && value !== 0));
}

function isObject(value: Json): value is { [name: string]: Json } {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
