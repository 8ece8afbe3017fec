import { expect, it } from 'vitest';
import { dayOf, lastDays, seriesByDay } from './usage';

const DAY = 86_400_000;
const from = Date.parse('2026-11-01T00:00:00Z');
const row = (day: number, model: string, total_usage: number) => ({ date__day: new Date(from + day * DAY).toISOString(), model, total_usage });

it('puts rows into their days, the largest series first', () => {
  const { times, series } = seriesByDay([row(0, 'a', 1), row(2, 'b', 5), row(2, 'a', 1)], 'total_usage', 'model', from, from + 3 * DAY);

  expect(times).toHaveLength(3);
  expect(series.map(({ id, values }) => [id, values])).toEqual([
    ['b', [0, 0, 5]],
    ['a', [1, 0, 1]],
  ]);
});

it('keeps the order of another measure, so that charts beside each other share their colours', () => {
  const rows = [
    { ...row(0, 'a', 1), request_count: 9 },
    { ...row(0, 'b', 5), request_count: 2 },
  ];
  const orderOf = (metric: string) => seriesByDay(rows, metric, 'model', from, from + DAY, 7, 'total_usage').series.map(({ id }) => id);

  expect(orderOf('total_usage')).toEqual(['b', 'a']);
  expect(orderOf('request_count')).toEqual(['b', 'a']);
});

it('adds up what is beyond the largest few', () => {
  const { series } = seriesByDay([row(0, 'a', 3), row(0, 'b', 2), row(1, 'c', 1)], 'total_usage', 'model', from, from + 2 * DAY, 1);

  expect(series.map(({ label, values }) => [label, values])).toEqual([
    ['a', [3, 0]],
    ['2 others', [2, 1]],
  ]);
});

it('thirty days end with today, in UTC', () => {
  const now = Date.parse('2026-11-23T05:00:00Z');
  const { from: begin, until } = lastDays(30, now);

  expect(dayOf(now)).toBe(Date.parse('2026-11-23T00:00:00Z'));
  expect(new Date(begin).toISOString()).toBe('2026-10-25T00:00:00.000Z');
  expect(new Date(until).toISOString()).toBe('2026-11-24T00:00:00.000Z');
});
