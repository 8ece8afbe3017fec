import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';

export const MEASURES = [
  { value: 'tokens_total', label: 'Tokens' },
  { value: 'total_usage', label: 'Cost' },
  { value: 'request_count', label: 'Calls' },
] as const;
export const DIMENSIONS = [
  { value: 'model', label: 'Models' },
  { value: 'app', label: 'Apps' },
  { value: 'provider', label: 'Providers' },
] as const;
export const SPANS = [
  { value: '1', label: 'Last day' },
  { value: '7', label: 'Last 7 days' },
  { value: '30', label: 'Last 30 days' },
  { value: '90', label: 'Last 90 days' },
] as const;

export type Measure = (typeof MEASURES)[number]['value'];
export type Dimension = (typeof DIMENSIONS)[number]['value'];

/** A row of the analytics: metrics are numbers, dimensions texts, the window's begin beside them. */
export type AnalyticsRow = Record<string, string | number | null>;

interface AnalyticsAnswer {
  data: { data: AnalyticsRow[]; metadata: { truncated: boolean } };
}

const DAY_MS = 24 * 3_600_000;
/** Percentiles and short windows are cheap for a day only. */
const HOURLY_DAYS = 1;

export function windowOf(days: number, now: number): { start: number; end: number; step: number; granularity: 'hour' | 'day' } {
  const step = days <= HOURLY_DAYS ? 3_600_000 : DAY_MS;
  // whole windows in UTC, the one that is under way last
  const end = (Math.floor(now / step) + 1) * step;
  return { start: end - days * DAY_MS, end, step, granularity: days <= HOURLY_DAYS ? 'hour' : 'day' };
}

/** What the traffic of some days comes to, over time and in sum, by one dimension. */
export function rankingQuery(measure: Measure, dimension: Dimension, days: number) {
  return queryOptions({
    queryKey: ['ranking', measure, dimension, days],
    queryFn: async ({ signal }) => {
      const { start, end, step, granularity } = windowOf(days, Date.now());
      const question = { metrics: [measure], dimensions: [dimension], time_range: { start: new Date(start).toISOString(), end: new Date(end).toISOString() } };
      const ask = (body: object) => api<AnalyticsAnswer>('/api/v1/analytics/query', { method: 'POST', body, signal });
      const [sums, windows] = await Promise.all([
        ask({ ...question, limit: 100, order_by: { field: measure, direction: 'desc' } }),
        ask({ ...question, granularity, limit: 10_000, order_by: { field: 'date', direction: 'asc' } }),
      ]);
      return { sums: sums.data.data, windows: windows.data.data, start, end, step, granularity };
    },
    refetchInterval: 60_000,
  });
}
