import { describe, expect, it } from 'vitest';
import { drawSeries, largestOf, seriesAt } from './drawSeries';

const NONE: ReadonlySet<string> = new Set();
const a = { id: 'a', label: 'A', values: [1, null, 3] };
const b = { id: 'b', label: 'B', values: [10, 20, null] };
const rest = { id: 'rest', label: 'Others', values: [5, 5, 5], isRest: true };

describe('drawSeries', () => {
  it('stacks bars; a hole in one is none in those above it', () => {
    const [first, second] = drawSeries([a, b], NONE, 'bars');
    expect(first?.upper).toEqual([1, 0, 3]);
    expect(second?.lower).toEqual([1, 0, 3]);
    expect(second?.upper).toEqual([11, 20, 3]);
  });

  it('leaves lines with their holes', () => expect(drawSeries([a], NONE, 'lines')[0]?.upper).toEqual([1, null, 3]));

  it('puts what is left of a ranking on top', () => expect(drawSeries([rest, a], NONE, 'areas').map(({ id }) => id)).toEqual(['a', 'rest']));

  it('keeps colours when one is hidden', () => {
    const all = drawSeries([a, b], NONE, 'lines');
    const some = drawSeries([a, b], new Set(['a']), 'lines');
    expect(some).toHaveLength(1);
    expect(some[0]?.stroke).toBe(all[1]?.stroke);
  });
});

it('largestOf is the height of the stack', () => {
  expect(largestOf(drawSeries([a, b], NONE, 'bars'))).toBe(20);
  expect(largestOf(drawSeries([a, b, rest], NONE, 'bars'))).toBe(25);
  expect(largestOf([])).toBe(0);
});

describe('seriesAt', () => {
  it('finds the band of a stack', () => {
    const drawn = drawSeries([a, b], NONE, 'bars');
    expect(seriesAt(drawn, 'bars', 0, 0.5)).toBe('a');
    expect(seriesAt(drawn, 'bars', 0, 7)).toBe('b');
    expect(seriesAt(drawn, 'bars', 0, 12)).toBeNull();
  });

  it('finds the nearest line, and none where there is no value', () => {
    const drawn = drawSeries([a, b], NONE, 'lines');
    expect(seriesAt(drawn, 'lines', 0, 7)).toBe('b');
    expect(seriesAt(drawn, 'lines', 1, 0)).toBe('b');
  });
});
