import type { ChartForm, ChartSeries, DrawnSeries } from './chartTypes';
import { colorsOf } from './seriesColors';

/** The series that are not hidden, with their colours and edges; what is left of a ranking lies on top of a stack. */
export function drawSeries(all: readonly ChartSeries[], hidden: ReadonlySet<string>, form: ChartForm): DrawnSeries[] {
  const looks = colorsOf(all);
  const shown = all.filter(({ id }) => !hidden.has(id)).toSorted((one, other) => Number(one.isRest ?? false) - Number(other.isRest ?? false));
  const base: number[] = [];
  return shown.map((series) => {
    const { stroke, dash } = looks.get(series.id) ?? { stroke: 'currentColor', dash: undefined };
    if (form === 'lines') return { ...series, stroke, dash, lower: [], upper: series.values };
    const lower = series.values.map((_value, index) => base[index] ?? 0);
    const upper = series.values.map((value, index) => {
      // a stack without one of its layers is still a stack
      base[index] = (base[index] ?? 0) + Math.max(0, value ?? 0);
      return base[index];
    });
    return { ...series, stroke, dash, lower, upper };
  });
}

/** The largest value that is drawn; 0 when there is none. */
export function largestOf(drawn: readonly DrawnSeries[]): number {
  let largest = 0;
  for (const { upper } of drawn) {
    for (const value of upper) if (value !== null && value > largest) largest = value;
  }
  return largest;
}

/** The series whose band, or whose line, lies at `value` in piece `index`; null when there is none. */
export function seriesAt(drawn: readonly DrawnSeries[], form: ChartForm, index: number, value: number): string | null {
  if (form !== 'lines') {
    return drawn.find(({ lower, upper }) => value >= (lower[index] ?? 0) && value < (upper[index] ?? 0))?.id ?? null;
  }
  let nearest: string | null = null;
  let distance = Infinity;
  for (const { id, upper } of drawn) {
    const own = upper[index];
    if (own === null || own === undefined || Math.abs(own - value) >= distance) continue;
    distance = Math.abs(own - value);
    nearest = id;
  }
  return nearest;
}
