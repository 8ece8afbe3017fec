import type { MetricsPoint, MetricsResponse } from '../../api/contract';
import { type MetricsSums, sumsOf, timesOf } from '../metrics/metricsSeries';

/** What one user, or one project, did in a time. */
export interface GroupRow extends MetricsSums {
  name: string;
  /** What each piece of time cost, oldest first. */
  costs: number[];
  /** Calls of each piece of time. */
  callsOverTime: number[];
  /** The longest of the 90th percentiles, milliseconds; null without calls. */
  worstP90Ms: number | null;
}

/** A row for each group that has a name, those that cost most first. */
export function groupRows(answer: MetricsResponse): GroupRow[] {
  const { times } = timesOf(answer);
  const groups = new Map<string, MetricsPoint[]>();
  for (const point of answer.data) {
    if (point.group === null || point.is_rest) continue;
    const known = groups.get(point.group);
    if (known) known.push(point);
    else groups.set(point.group, [point]);
  }
  return [...groups]
    .map(([name, points]) => {
      const byTime = new Map(points.map((point) => [Date.parse(point.start), point]));
      const latencies = points.flatMap(({ latency_p90_ms: p90 }) => (p90 === null ? [] : [p90]));
      return {
        name,
        ...sumsOf(points),
        costs: times.map((time) => byTime.get(time)?.cost ?? 0),
        callsOverTime: times.map((time) => byTime.get(time)?.call_count ?? 0),
        worstP90Ms: latencies.length === 0 ? null : Math.max(...latencies),
      };
    })
    .toSorted((one, other) => other.cost - one.cost || other.calls - one.calls);
}
