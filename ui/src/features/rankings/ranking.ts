import type { TimeSeries } from '../../components/charts/chartTypes';
import type { AnalyticsRow, Dimension, Measure } from './queries';

/** As many as the palette tells apart; the rest is one series. */
const MOST_SERIES = 7;

export interface Ranked {
  name: string;
  /** What the API beside the name identifies it by; null where it does not. */
  id: string | null;
  value: number;
  /** Of all, 0 to 1. */
  share: number;
}

/** The rows of a sum, largest first, with their shares. */
export function rankedOf(rows: readonly AnalyticsRow[], measure: Measure, dimension: Dimension): Ranked[] {
  const total = rows.reduce((sum, row) => sum + Number(row[measure] ?? 0), 0);
  return rows
    .map((row) => ({ name: nameOf(row, dimension), id: idOf(row, dimension), value: Number(row[measure] ?? 0) }))
    .filter(({ value }) => value > 0)
    .toSorted((one, other) => other.value - one.value)
    .map((one) => ({ ...one, share: total > 0 ? one.value / total : 0 }));
}

/** The same over time: a series for each of the first, one for the rest. */
export function rankedOverTime(rows: readonly AnalyticsRow[], ranked: readonly Ranked[], window: { start: number; end: number; step: number; granularity: string }, measure: Measure, dimension: Dimension): TimeSeries {
  const length = Math.round((window.end - window.start) / window.step);
  const times = Array.from({ length }, (_, index) => window.start + index * window.step);
  const first = ranked.slice(0, MOST_SERIES);
  const byName = new Map(first.map(({ name }) => [name, times.map(() => 0)]));
  const rest = times.map(() => 0);
  for (const row of rows) {
    const at = Date.parse(String(row[`date__${window.granularity}`] ?? ''));
    const index = Math.round((at - window.start) / window.step);
    if (!(index >= 0 && index < length)) continue;
    const values = byName.get(nameOf(row, dimension)) ?? rest;
    values[index] = (values[index] ?? 0) + Number(row[measure] ?? 0);
  }
  const series = first.map(({ name }) => ({ id: name, label: name, values: byName.get(name) ?? [] }));
  return { times, step: window.step, series: ranked.length > MOST_SERIES ? [...series, { id: ' rest', label: 'All others', values: rest, isRest: true }] : series };
}

function nameOf(row: AnalyticsRow, dimension: Dimension): string {
  const value = row[dimension];
  return value === null || value === undefined || value === '' ? 'Not said' : String(value);
}

function idOf(row: AnalyticsRow, dimension: Dimension): string | null {
  const id = dimension === 'model' ? row.model_permaslug : dimension === 'app' ? row.app_id : null;
  return id === null || id === undefined ? null : String(id);
}
