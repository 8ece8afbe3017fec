import type { MetricsPoint, MetricsResponse } from '../../api/contract';
import type { ChartSeries, TimeSeries } from '../../components/charts/chartTypes';
import { paletteColor } from '../../components/charts/seriesColors';

/** Sums of points; latencies are no sums and stay with their pieces of time. */
export interface MetricsSums {
  cost: number;
  calls: number;
  spans: number;
  errors: number;
  promptTokens: number;
  completionTokens: number;
  totalTokens: number;
  cacheReadTokens: number;
}

export function sumsOf(points: readonly MetricsPoint[]): MetricsSums {
  const sums: MetricsSums = { cost: 0, calls: 0, spans: 0, errors: 0, promptTokens: 0, completionTokens: 0, totalTokens: 0, cacheReadTokens: 0 };
  for (const point of points) {
    sums.cost += point.cost;
    sums.calls += point.call_count;
    sums.spans += point.span_count;
    sums.errors += point.error_count;
    sums.promptTokens += point.prompt_tokens;
    sums.completionTokens += point.completion_tokens;
    sums.totalTokens += point.total_tokens;
    sums.cacheReadTokens += point.cache_read_tokens;
  }
  return sums;
}

/** What is counted where nothing happened: nothing. What is measured is not known there. */
export type Measure = { of: (point: MetricsPoint) => number | null; isCounted: boolean };

export const REST_ID = 'rest';
export const UNSAID_ID = 'unsaid';

/** Id of a point's group: `=` and its name, so that no name can be mistaken for what has none. */
function idOf({ group, is_rest }: MetricsPoint): string {
  return is_rest ? REST_ID : group === null ? UNSAID_ID : `=${group}`;
}

/** The group of a series; undefined for the rest and for what does not say one. */
export function groupOf(seriesId: string): string | undefined {
  return seriesId.startsWith('=') ? seriesId.slice(1) : undefined;
}

/** Begin of every piece of time between the answer's ends, whether something happened in it or not. */
export function timesOf({ from, to, bucket_seconds }: MetricsResponse): { times: number[]; step: number } {
  const step = bucket_seconds * 1000;
  const times: number[] = [];
  // the API gives out 20,000 points at most
  for (let time = Date.parse(from); time < Date.parse(to); time += step) times.push(time);
  return { times, step };
}

/** A series for each of several numbers of the whole. */
export function seriesOf(answer: MetricsResponse, measures: readonly ({ id: string; label: string; color?: string; summary?: string } & Measure)[]): TimeSeries {
  const { times, step } = timesOf(answer);
  const byTime = new Map(answer.data.map((point) => [Date.parse(point.start), point]));
  const series = measures.map(({ of, isCounted, ...look }): ChartSeries => ({ ...look, values: times.map((time) => valueOf(byTime.get(time), { of, isCounted })) }));
  return { times, step, series: isQuiet(series) ? series.map((each) => ({ ...each, values: times.map(() => null) })) : series };
}

/** A series for each group, those with most of the first sum first. */
export function groupedSeries(answer: MetricsResponse, measure: Measure, labelOf: (group: string | null, isRest: boolean) => string): TimeSeries {
  const { times, step } = timesOf(answer);
  const groups = new Map<string, MetricsPoint[]>();
  for (const point of answer.data) {
    const known = groups.get(idOf(point));
    if (known) known.push(point);
    else groups.set(idOf(point), [point]);
  }
  const order = [...groups].toSorted(([oneId, one], [otherId, other]) => rank(oneId) - rank(otherId) || sumsOf(other).cost - sumsOf(one).cost || sumsOf(other).calls - sumsOf(one).calls);
  const colored = order.map(([id, points], index): ChartSeries => {
    const byTime = new Map(points.map((point) => [Date.parse(point.start), point]));
    return {
      id,
      label: labelOf(points[0]?.group ?? null, id === REST_ID),
      values: times.map((time) => valueOf(byTime.get(time), measure)),
      // by the place among all groups: one group has one colour in every chart
      ...(id === REST_ID ? { isRest: true } : { color: paletteColor(index) }),
    };
  });
  return { times, step, series: colored.filter((each) => !isQuiet([each])) };
}

function rank(id: string): number {
  return id === REST_ID ? 2 : id === UNSAID_ID ? 1 : 0;
}

function valueOf(point: MetricsPoint | undefined, { of, isCounted }: Measure): number | null {
  return point ? of(point) : isCounted ? 0 : null;
}

/** Zeros all along are nothing to draw. */
function isQuiet(series: readonly ChartSeries[]): boolean {
  return !series.some(({ values }) => values.some((value) => value !== null && value !== 0));
}

/** The part of the prompts' tokens that came from a cache; null without a prompt. */
export function cacheShare({ cache_read_tokens, prompt_tokens }: Pick<MetricsPoint, 'cache_read_tokens' | 'prompt_tokens'>): number | null {
  return prompt_tokens === 0 ? null : cache_read_tokens / prompt_tokens;
}
