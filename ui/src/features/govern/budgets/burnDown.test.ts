import { expect, it } from 'vitest';
import { projectionOf, toneOf, usedUpAt, windowOf } from './burnDown';

const at = (text: string) => Date.parse(text);

it('windows begin at midnight UTC, weeks on Monday', () => {
  // a Sunday
  const now = at('2026-11-22T12:00:00Z');

  expect(windowOf('daily', now)).toEqual({ begin: at('2026-11-22T00:00:00Z'), end: at('2026-11-23T00:00:00Z'), gone: 0.5 });
  expect(windowOf('weekly', now).begin).toBe(at('2026-11-16T00:00:00Z'));
  expect(windowOf('monthly', at('2026-12-31T23:00:00Z')).end).toBe(at('2027-01-01T00:00:00Z'));
  expect(windowOf(null, now)).toEqual({ begin: null, end: null, gone: null });
});

it('projects to the end of the window, but not from its first hours', () => {
  expect(projectionOf(10, { begin: 0, end: 100, gone: 0.5 })).toBe(20);
  expect(projectionOf(10, { begin: 0, end: 100, gone: 0.01 })).toBeNull();
  expect(projectionOf(10, windowOf(null, 0))).toBeNull();
});

it('says when the limit is reached, if that is before the window ends', () => {
  const window = { begin: 0, end: 100, gone: 0.5 };

  expect(usedUpAt(8, 10, window, 50)).toBe(62.5);
  expect(usedUpAt(4, 10, window, 50)).toBeNull();
  expect(usedUpAt(10, 10, window, 50)).toBeNull();
  expect(usedUpAt(0, 10, window, 50)).toBeNull();
});

it('warns from four fifths on', () => {
  expect([0.79, 0.8, 1].map(toneOf)).toEqual(['accent', 'warning', 'danger']);
});
