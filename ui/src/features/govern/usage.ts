import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { ChartSeries, TimeSeries } from '../../components/charts/chartTypes';

const DAY = 86_400_000;

/** A row of `POST /api/v1/analytics/query`. */
export type UsageRow = Record<string, string | number | null>;

interface UsageAnswer {
  data: { data: UsageRow[] };
}

export interface UsageQuestion {
  metrics: readonly string[];
  dimensions?: readonly string[];
  granularity?: 'hour' | 'day';
  /** Begin and end, milliseconds since 1970. */
  from: number;
  until: number;
  filters?: readonly { field: string; operator: string; value: unknown }[];
}

/** Sums of traffic, as the analytics answer them to anybody who may ask. */
export function usageQuery(question: UsageQuestion) {
  const body = {
    metrics: question.metrics,
    ...(question.dimensions ? { dimensions: question.dimensions } : {}),
    ...(question.granularity ? { granularity: question.granularity } : {}),
    ...(question.filters ? { filters: question.filters } : {}),
    time_range: { start: new Date(question.from).toISOString(), end: new Date(question.until).toISOString() },
    limit: 10_000,
  };
  return queryOptions({
    queryKey: ['govern', 'usage', body],
    queryFn: async ({ signal }) => (await api<UsageAnswer>('/api/v1/analytics/query', { method: 'POST', body, signal })).data.data,
    staleTime: 60_000,
  });
}

/** The beginning of a UTC day. */
export function dayOf(time: number): number {
  return Math.floor(time / DAY) * DAY;
}

/** From so many days ago until the end of today, in UTC; the same all day long, so that answers are kept. */
export function lastDays(days: number, now = Date.now()): { from: number; until: number } {
  const today = dayOf(now);
  return { from: today - (days - 1) * DAY, until: today + DAY };
}

export function numberOf(value: string | number | null | undefined): number {
  const number = Number(value ?? 0);
  return Number.isFinite(number) ? number : 0;
}

/** Rows by day as series, one for each value of a dimension, the largest in `ranking` first; beyond the largest few they are one. */
export function seriesByDay(rows: readonly UsageRow[], metric: string, dimension: string | null, from: number, until: number, most = 7, ranking = metric): TimeSeries {
  const times = Array.from({ length: Math.round((until - from) / DAY) }, (_, index) => from + index * DAY);
  const sums = new Map<string, number>();
  for (const row of rows) {
    const name = nameOf(row, dimension);
    sums.set(name, (sums.get(name) ?? 0) + numberOf(row[ranking]));
  }

  const ranked = [...sums].toSorted((left, right) => right[1] - left[1]).map(([name]) => name);
  const shown = ranked.slice(0, most);
  const values = new Map<string, number[]>(shown.map((name) => [name, times.map(() => 0)]));
  const rest = times.map(() => 0);
  for (const row of rows) {
    const place = Math.round((Date.parse(String(row['date__day'])) - from) / DAY);
    if (place < 0 || place >= times.length) continue;
    const target = values.get(nameOf(row, dimension)) ?? rest;
    target[place] = (target[place] ?? 0) + numberOf(row[metric]);
  }

  const series: ChartSeries[] = shown.map((name) => ({ id: name, label: name, values: values.get(name) ?? [] }));
  if (ranked.length > shown.length) series.push({ id: ' rest', label: others(ranked.length - shown.length), values: rest, isRest: true });
  return { times, step: DAY, series };
}

function nameOf(row: UsageRow, dimension: string | null): string {
  return dimension === null ? 'all' : String(row[dimension] ?? 'not said');
}

/** What is left of a ranking. */
export function others(count: number): string {
  return count === 1 ? '1 other' : `${count} others`;
}
