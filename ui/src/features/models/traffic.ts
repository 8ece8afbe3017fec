import type { TimeSeries } from '../../components/charts/chartTypes';

/** One hour of one provider, as the analytics have it. */
export interface TrafficRow {
  date__hour: string;
  provider: string | null;
  request_count: number;
  error_count: number;
  duration_p50: number | null;
}

/** The rows of whole hours from `start` on; times in milliseconds since 1970. */
export interface Traffic {
  rows: readonly TrafficRow[];
  start: number;
  end: number;
  step: number;
}

/** A series a provider. An hour in which it was not asked is 0 for what counts, and unknown for the rest. */
export function trafficSeries({ rows, start, end, step }: Traffic, value: (row: TrafficRow) => number | null, isCount: boolean): TimeSeries {
  const times = Array.from({ length: Math.round((end - start) / step) }, (_, index) => start + index * step);
  const providers = new Map<string, (number | null)[]>();
  for (const row of rows) {
    // refused before anybody was asked
    const name = row.provider ?? 'Nobody';
    const values = providers.get(name) ?? times.map(() => (isCount ? 0 : null));
    providers.set(name, values);
    const index = Math.round((Date.parse(row.date__hour) - start) / step);
    if (index >= 0 && index < times.length) values[index] = value(row);
  }
  return { times, step, series: [...providers].map(([name, values]) => ({ id: name, label: name, values })) };
}

/** Nothing to draw where nothing was counted: a bar chart of zeros looks like one that is broken. */
export function noneWithoutAny(data: TimeSeries): TimeSeries {
  return data.series.some(({ values }) => values.some((value) => value !== null && value > 0)) ? data : { ...data, series: [] };
}
