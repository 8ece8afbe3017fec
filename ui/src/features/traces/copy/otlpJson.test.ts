import { expect, it } from 'vitest';
import type { SpanRecord } from '../../../api/contract';
import { otlpJson } from './otlpJson';

it('a span is a request again, to the nanosecond', () => {
  const record = {
    trace_id: '43608dd49ea59ddf03065fb08a301a2c', span_id: 'f7c0e6ac54171e7e', parent_id: null, name: 'chat', otel_kind: 'client', status: 'ERROR', status_message: 'it broke',
    start_time: '2026-11-19T14:18:17.633904123Z', end_time: '2026-11-19T14:18:18.000000001Z', attributes: { a: 'x', n: 5, d: 0.5, b: true, list: ['y', 1], deep: { k: null } },
    events: [{ name: 'exception', time: '2026-11-19T14:18:17.700000000Z', offset_us: 1, attributes: { 'exception.type': 'E' } }], links: [], resource: { 'service.name': 'svc' }, scope_name: 's', scope_version: '', trace_state: '',
  } as unknown as SpanRecord;
  expect(otlpJson(record)).toEqual({
    resourceSpans: [
      {
        resource: { attributes: [{ key: 'service.name', value: { stringValue: 'svc' } }] },
        scopeSpans: [
          {
            scope: { name: 's' },
            spans: [
              {
                traceId: '43608dd49ea59ddf03065fb08a301a2c', spanId: 'f7c0e6ac54171e7e', name: 'chat', kind: 3, startTimeUnixNano: '1795097897633904123', endTimeUnixNano: '1795097898000000001',
                attributes: [
                  { key: 'a', value: { stringValue: 'x' } },
                  { key: 'n', value: { intValue: '5' } },
                  { key: 'd', value: { doubleValue: 0.5 } },
                  { key: 'b', value: { boolValue: true } },
                  { key: 'list', value: { arrayValue: { values: [{ stringValue: 'y' }, { intValue: '1' }] } } },
                  { key: 'deep', value: { kvlistValue: { values: [{ key: 'k', value: {} }] } } },
                ],
                events: [{ timeUnixNano: '1795097897700000000', name: 'exception', attributes: [{ key: 'exception.type', value: { stringValue: 'E' } }] }],
                links: [], status: { code: 2, message: 'it broke' },
              },
            ],
          },
        ],
      },
    ],
  });
});
