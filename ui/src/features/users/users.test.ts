import { expect, it } from 'vitest';
import type { MetricsPoint } from '../../api/contract';
import { groupRows } from './users';

function point(hour: number, group: string | null, cost: number, p90: number | null, is_rest = false): MetricsPoint {
  return {
    start: `2026-11-22T0${hour}:00:00.000000Z`, group, is_rest, span_count: 2, error_count: 1, call_count: 1, prompt_tokens: 1, completion_tokens: 1, total_tokens: 2, cache_read_tokens: 0, cost,
    latency_p50_ms: p90, latency_p90_ms: p90, latency_p99_ms: p90,
  };
}

it('adds up each user, and leaves out who is none', () => {
  const rows = groupRows({
    data: [point(0, 'ann', 1, 10), point(1, 'ann', 2, 30), point(1, 'bob', 5, null), point(1, null, 9, 1), point(1, 'rest', 9, 1, true)],
    from: '2026-11-22T00:00:00Z', to: '2026-11-22T03:00:00Z', bucket_seconds: 3600, next_cursor: null, scanned: null, pending_spans: 0,
  });
  expect(rows.map(({ name }) => name)).toEqual(['bob', 'ann']);
  expect(rows[1]).toMatchObject({ cost: 3, calls: 2, errors: 2, costs: [1, 2, 0], worstP90Ms: 30 });
  expect(rows[0]?.worstP90Ms).toBeNull();
});
