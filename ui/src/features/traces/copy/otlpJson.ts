import type { Json, SpanRecord } from '../../../api/contract';

const STATUS = { OK: 1, ERROR: 2 } as const;
const KINDS = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer'];
const NANOS = /^(.*?)(?:\.(\d{1,9}))?(?:Z|\+00:00)$/;

/** The span as a request that `POST /v1/traces` takes. A whole number is written as one, whatever it was sent as. */
export function otlpJson(record: SpanRecord): Json {
  const start = nanosOf(record.start_time);
  const span: Json = {
    traceId: record.trace_id,
    spanId: record.span_id,
    ...(record.parent_id ? { parentSpanId: record.parent_id } : {}),
    ...(record.trace_state ? { traceState: record.trace_state } : {}),
    name: record.name,
    kind: Math.max(0, KINDS.indexOf(record.otel_kind)),
    startTimeUnixNano: start,
    endTimeUnixNano: nanosOf(record.end_time),
    attributes: attributesOf(record.attributes),
    events: record.events.map(({ name, time, attributes }) => ({ timeUnixNano: nanosOf(time), name, attributes: attributesOf(attributes) })),
    links: record.links.map(({ trace_id: traceId, span_id: spanId, attributes }) => ({ traceId, spanId, attributes: attributesOf(attributes) })),
    status: { code: STATUS[record.status as keyof typeof STATUS] ?? 0, ...(record.status_message ? { message: record.status_message } : {}) },
  };
  const scope = { name: record.scope_name, ...(record.scope_version ? { version: record.scope_version } : {}) };
  return { resourceSpans: [{ resource: { attributes: attributesOf(record.resource) }, scopeSpans: [{ scope, spans: [span] }] }] };
}

/** Nanoseconds since 1970 as a text: a number would lose the last digits. */
function nanosOf(time: string): string {
  const [, moment = '', fraction = ''] = NANOS.exec(time) ?? [];
  return String(BigInt(Date.parse(`${moment}Z`)) * 1_000_000n + BigInt(fraction.padEnd(9, '0')));
}

function attributesOf(attributes: Json): Json[] {
  if (attributes === null || typeof attributes !== 'object' || Array.isArray(attributes)) return [];
  return Object.entries(attributes).map(([key, value]) => ({ key, value: valueOf(value) }));
}

function valueOf(value: Json): Json {
  if (value === null) return {};
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'number') return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  return Array.isArray(value) ? { arrayValue: { values: value.map(valueOf) } } : { kvlistValue: { values: attributesOf(value) } };
}
