import { expect, it } from 'vitest';
import { burnSeries } from './burnSeries';

const DAY = 86_400_000;

it('adds up, and draws nothing for days to come', () => {
  const from = Date.parse('2026-11-01T00:00:00Z');
  const rows = [
    { date__day: '2026-11-01T00:00:00Z', total_usage: 2 },
    { date__day: '2026-11-03T00:00:00Z', total_usage: '1.5' },
  ];

  const { series } = burnSeries(rows, from, from + 4 * DAY, 8, false, from + 2.5 * DAY);

  expect(series[0]?.values).toEqual([2, 2, 3.5, null]);
  expect(series[1]?.values).toEqual([2, 4, 6, 8]);
});
