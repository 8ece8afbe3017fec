import { describe, expect, it } from 'vitest';
import type { MetricsPoint, MetricsResponse } from '../../api/contract';
import { cacheShare, groupedSeries, groupOf, seriesOf, sumsOf } from './metricsSeries';
import { boundsOf, bucketFor, readRange, writeRange } from './range';

const HOUR = 3_600_000;

function point(hour: number, group: string | null, cost: number, more: Partial<MetricsPoint> = {}): MetricsPoint {
  return {
    start: `2026-11-22T0${hour}:00:00.000000Z`, group, is_rest: false, span_count: 1, error_count: 0, call_count: 1, prompt_tokens: 100, completion_tokens: 10, total_tokens: 110, cache_read_tokens: 25, cost,
    latency_p50_ms: 10, latency_p90_ms: 20, latency_p99_ms: 30, ...more,
  };
}

function answer(...data: MetricsPoint[]): MetricsResponse {
  return { data, from: '2026-11-22T00:00:00.000000Z', to: '2026-11-22T03:00:00.000000Z', bucket_seconds: 3600, next_cursor: null, scanned: null, pending_spans: 0 };
}

const cost = { of: (each: MetricsPoint) => each.cost, isCounted: true };
const name = (group: string | null, isRest: boolean) => (isRest ? 'Others' : (group ?? 'Not said'));

describe('groupedSeries', () => {
  const made = groupedSeries(answer(point(0, 'cheap', 1), point(1, 'dear', 5), point(1, null, 9), point(2, null, 7, { is_rest: true })), cost, name);

  it('has a series for each group, dear ones first, what is left last', () => expect(made.series.map(({ label }) => label)).toEqual(['dear', 'cheap', 'Not said', 'Others']));

  it('fills the times in which nothing happened', () => {
    expect(made.times).toHaveLength(3);
    expect(made.step).toBe(HOUR);
    expect(made.series[0]?.values).toEqual([0, 5, 0]);
  });

  it('keeps the name of a group in its id', () => {
    expect(made.series.map(({ id }) => groupOf(id))).toEqual(['dear', 'cheap', undefined, undefined]);
    expect(groupedSeries(answer(point(0, 'rest', 1)), cost, name).series.map(({ id }) => groupOf(id))).toEqual(['rest']);
  });

  it('has nothing to draw of nothing', () => expect(groupedSeries(answer(point(0, 'free', 0)), cost, name).series).toEqual([]));
});

it('what is measured has holes, what is counted has none', () => {
  const { series } = seriesOf(answer(point(1, null, 2)), [
    { id: 'cost', label: 'Cost', ...cost },
    { id: 'p50', label: 'p50', of: (each) => each.latency_p50_ms, isCounted: false },
  ]);
  expect(series.map(({ values }) => values)).toEqual([[0, 2, 0], [null, 10, null]]);
});

it('sums and shares', () => {
  expect(sumsOf([point(0, null, 1), point(1, null, 2, { error_count: 3 })])).toMatchObject({ cost: 3, calls: 2, errors: 3, totalTokens: 220 });
  expect(cacheShare(point(0, null, 1))).toBe(0.25);
  expect(cacheShare({ cache_read_tokens: 0, prompt_tokens: 0 })).toBeNull();
});

const read = (query: string) => readRange(new URLSearchParams(query));

describe('ranges', () => {
  it('come from the address, and are the last seven days when it says nonsense', () => {
    expect(read('range=24h')).toEqual({ name: '24h' });
    expect(read('range=century')).toEqual({ name: '7d' });
    expect(read('from=2026-11-22T00:00:00Z&to=2026-11-23T00:00:00Z')).toEqual({ from: Date.UTC(2026, 10, 22), to: Date.UTC(2026, 10, 23) });
    expect(read('from=2026-11-23T00:00:00Z&to=2026-11-22T00:00:00Z')).toEqual({ name: '7d' });
  });

  it('go into the address and out again', () => {
    const params = new URLSearchParams('project=p&range=1h');
    writeRange(params, { from: 0, to: HOUR });
    expect(readRange(params)).toEqual({ from: 0, to: HOUR });
    expect(params.get('project')).toBe('p');
    expect(params.has('range')).toBe(false);
  });

  it('have a bounded number of pieces', () => {
    for (const length of [HOUR, 2 * HOUR, 6 * HOUR, 24 * HOUR, 7 * 24 * HOUR, 30 * 24 * HOUR, 90 * 24 * HOUR]) {
      const seconds = { minute: 60, '5m': 300, '15m': 900, hour: 3600, '6h': 21_600, day: 86_400 }[bucketFor(length, null)];
      expect(length / 1000 / seconds).toBeLessThanOrEqual(200);
    }
    expect(bucketFor(HOUR, 'user')).toBe('hour');
    expect(boundsOf({ name: '1h' }, 10 * HOUR)).toEqual({ from: 9 * HOUR, to: 10 * HOUR });
  });
});
