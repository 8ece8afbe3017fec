import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client';
import type { ActivityRecord, DataResponse } from '../../../api/contract';
import type { ChartSeries, TimeSeries } from '../../../components/charts/chartTypes';
import { others } from '../usage';

const DAY = 86_400_000;

/** Thirty completed UTC days, by day and endpoint; of one workspace, or all. */
export function activityQuery(workspace: string | null) {
  return queryOptions({
    queryKey: ['govern', 'activity', workspace],
    queryFn: async ({ signal }) =>
      (await api<DataResponse<ActivityRecord[]>>(`/api/v1/activity${workspace === null ? '' : `?workspace_id=${encodeURIComponent(workspace)}`}`, { signal })).data,
    staleTime: 60_000,
  });
}

export type Measure = 'spend' | 'tokens' | 'requests';

export function valueOf(row: ActivityRecord, measure: Measure): number {
  if (measure === 'spend') return row.usage;
  return measure === 'tokens' ? row.prompt_tokens + row.completion_tokens : row.requests;
}

export interface ModelSum {
  model: string;
  spend: number;
  tokens: number;
  requests: number;
}

/** Sums by model, the largest of a measure first. */
export function sumsByModel(rows: readonly ActivityRecord[], measure: Measure): ModelSum[] {
  const sums = new Map<string, ModelSum>();
  for (const row of rows) {
    const sum = sums.get(row.model) ?? { model: row.model, spend: 0, tokens: 0, requests: 0 };
    sum.spend += row.usage;
    sum.tokens += row.prompt_tokens + row.completion_tokens;
    sum.requests += row.requests;
    sums.set(row.model, sum);
  }
  return [...sums.values()].toSorted((left, right) => right[measure] - left[measure]);
}

/** A bar for each day, a part for each of the largest models, one for the rest. */
export function activitySeries(rows: readonly ActivityRecord[], measure: Measure, now: number, days = 30, most = 7): TimeSeries {
  const until = Math.floor(now / DAY) * DAY;
  const times = Array.from({ length: days }, (_, index) => until - (days - index) * DAY);
  const ranked = sumsByModel(rows, measure).map(({ model }) => model);
  const shown = new Map(ranked.slice(0, most).map((model) => [model, times.map(() => 0)]));
  const rest = times.map(() => 0);
  for (const row of rows) {
    const place = times.indexOf(Date.parse(`${row.date}T00:00:00Z`));
    if (place < 0) continue;
    const values = shown.get(row.model) ?? rest;
    values[place] = (values[place] ?? 0) + valueOf(row, measure);
  }
  const series: ChartSeries[] = [...shown].map(([model, values]) => ({ id: model, label: model, values }));
  if (ranked.length > most) series.push({ id: ' rest', label: others(ranked.length - most), values: rest, isRest: true });
  return { times, step: DAY, series };
}
