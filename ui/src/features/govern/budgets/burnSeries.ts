import type { TimeSeries } from '../../../components/charts/chartTypes';
import { numberOf, type UsageRow } from '../usage';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The sum that grows, against the even pace that just uses the budget up; nothing is drawn for what is still to come. */
export function burnSeries(rows: readonly UsageRow[], from: number, until: number, limit: number, isHourly: boolean, now: number): TimeSeries {
  const step = isHourly ? HOUR : DAY;
  const times = Array.from({ length: Math.max(1, Math.round((until - from) / step)) }, (_, index) => from + index * step);
  const each = times.map(() => 0);
  for (const row of rows) {
    const place = Math.round((Date.parse(String(row[isHourly ? 'date__hour' : 'date__day'])) - from) / step);
    if (place >= 0 && place < each.length) each[place] = (each[place] ?? 0) + numberOf(row['total_usage']);
  }

  let sum = 0;
  const spent = times.map((time, index) => {
    sum += each[index] ?? 0;
    return time <= now ? sum : null;
  });
  return {
    times,
    step,
    series: [
      { id: 'spent', label: 'Spent', values: spent, color: 'var(--color-accent)' },
      { id: 'pace', label: 'Even pace', values: times.map((_, index) => (limit * (index + 1)) / times.length), isRest: true },
    ],
  };
}
