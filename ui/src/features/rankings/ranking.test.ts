import { describe, expect, it } from 'vitest';
import { windowOf } from './queries';
import { rankedOf, rankedOverTime } from './ranking';

const row = (model: string | null, tokens_total: number, date__day?: string) => ({ model, model_permaslug: model, tokens_total, ...(date__day ? { date__day } : {}) });

describe('windowOf', () => {
  it('has whole windows in UTC, the one under way last', () => {
    const now = Date.parse('2026-11-23T05:31:00Z');
    expect(new Date(windowOf(7, now).end).toISOString()).toBe('2026-11-24T00:00:00.000Z');
    expect(new Date(windowOf(7, now).start).toISOString()).toBe('2026-11-17T00:00:00.000Z');
    expect(new Date(windowOf(1, now).end).toISOString()).toBe('2026-11-23T06:00:00.000Z');
  });
});

describe('rankedOf', () => {
  it('ranks what there is, with shares of all', () => {
    expect(rankedOf([row('a', 1), row('b', 3), row(null, 0)], 'tokens_total', 'model')).toEqual([
      { name: 'b', id: 'b', value: 3, share: 0.75 },
      { name: 'a', id: 'a', value: 1, share: 0.25 },
    ]);
    expect(rankedOf([], 'tokens_total', 'model')).toEqual([]);
  });
});

describe('rankedOverTime', () => {
  it('puts values into their windows and what is beyond the palette into one series', () => {
    const sums = Array.from({ length: 9 }, (_, index) => row(`m${index}`, 100 - index));
    const ranked = rankedOf(sums, 'tokens_total', 'model');
    const window = { start: Date.parse('2026-11-22'), end: Date.parse('2026-11-24'), step: 86_400_000, granularity: 'day' };
    const { series } = rankedOverTime([row('m0', 5, '2026-11-23'), row('m7', 2, '2026-11-22'), row('m8', 3, '2026-11-22'), row('m0', 9, '2026-12-01')], ranked, window, 'tokens_total', 'model');
    expect(series[0]?.values).toEqual([0, 5]);
    expect(series.at(-1)).toMatchObject({ label: 'All others', values: [5, 0], isRest: true });
  });
});
