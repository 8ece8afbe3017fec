import { describe, expect, it } from 'vitest';
import type { MetricsPoint, MetricsResponse } from '../../api/contract';
import { metricsSeries } from './metricsSeries';

const point = (start: string, group: string | null, call_count: number, is_rest = false) => ({ start, group, call_count, is_rest, latency_p50_ms: call_count * 10 }) as MetricsPoint;
const answer = (data: MetricsPoint[]) => ({ data, from: '2026-11-23T00:00:00Z', to: '2026-11-23T03:00:00Z', bucket_seconds: 3600 }) as MetricsResponse;

describe('metricsSeries', () => {
  it('has a value a piece of time for each group', () => {
    const { times, step, series } = metricsSeries(answer([point('2026-11-23T01:00:00.000000Z', 'Acme', 3), point('2026-11-23T02:00:00.000000Z', null, 1, true)]), (each) => each.call_count, true);
    expect([times.length, step]).toEqual([3, 3_600_000]);
    expect(series).toEqual([
      { id: 'Acme', label: 'Acme', isRest: false, values: [0, 3, 0] },
      { id: ' rest', label: 'All others', isRest: true, values: [0, 0, 1] },
    ]);
  });

  it('leaves what was not measured unknown, and what lies outside out', () => {
    const { series } = metricsSeries(answer([point('2026-11-23T01:00:00Z', 'Acme', 3), point('2026-11-24T01:00:00Z', 'Acme', 9)]), (each) => each.latency_p50_ms, false);
    expect(series[0]?.values).toEqual([null, 30, null]);
  });
});
