import type { MetricsPoint, MetricsResponse } from '../../api/contract';
import type { TimeSeries } from '../../components/charts/chartTypes';

/** One series a group of an answer of numbers; pieces of time in which nothing happened are null, or 0 for what counts. */
export function metricsSeries(answer: MetricsResponse, value: (point: MetricsPoint) => number | null, isCount: boolean): TimeSeries {
  const step = answer.bucket_seconds * 1000;
  const from = Date.parse(answer.from);
  const length = Math.max(0, Math.round((Date.parse(answer.to) - from) / step));
  const times = Array.from({ length }, (_, index) => from + index * step);
  const groups = new Map<string, { label: string; isRest: boolean; values: (number | null)[] }>();
  for (const point of answer.data) {
    const id = point.is_rest ? ' rest' : (point.group ?? ' none');
    const group = groups.get(id) ?? { label: point.is_rest ? 'All others' : (point.group ?? 'Not said'), isRest: point.is_rest, values: times.map(() => (isCount ? 0 : null)) };
    groups.set(id, group);
    const index = Math.round((Date.parse(point.start) - from) / step);
    if (index >= 0 && index < length) group.values[index] = value(point);
  }
  return { times, step, series: [...groups].map(([id, group]) => ({ id, ...group })) };
}
