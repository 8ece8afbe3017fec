import { expect, it } from 'vitest';
import type { ActivityRecord } from '../../../api/contract';
import { activitySeries, sumsByModel } from './activity';

const row = (date: string, model: string, usage: number, requests = 1) => ({ date, model, usage, requests, prompt_tokens: 10, completion_tokens: 5 }) as ActivityRecord;
const rows = [row('2026-11-20', 'a', 1), row('2026-11-22', 'a', 2), row('2026-11-22', 'b', 9, 4)];

it('sums by model, the largest of the measure first', () => {
  expect(sumsByModel(rows, 'spend')).toEqual([
    { model: 'b', spend: 9, tokens: 15, requests: 4 },
    { model: 'a', spend: 3, tokens: 30, requests: 2 },
  ]);
  expect(sumsByModel(rows, 'tokens').map(({ model }) => model)).toEqual(['a', 'b']);
});

it('ends with yesterday, as the API does', () => {
  const { times, series } = activitySeries(rows, 'requests', Date.parse('2026-11-23T05:00:00Z'), 3, 1);

  expect(times.map((time) => new Date(time).toISOString().slice(0, 10))).toEqual(['2026-11-20', '2026-11-21', '2026-11-22']);
  expect(series.map(({ label, values }) => [label, values])).toEqual([
    ['b', [0, 0, 4]],
    ['1 other', [1, 0, 1]],
  ]);
});
