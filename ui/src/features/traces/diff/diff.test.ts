import { describe, expect, it } from 'vitest';
import { type DiffLine, diffLines } from './diffLines';
import { diffAttributes } from './spanDiff';

const SIGNS = { same: ' ', added: '+', removed: '-' };
const shown = (lines: DiffLine[]) => lines.map(({ kind, text }) => SIGNS[kind] + text).join(',');
const applied = (lines: DiffLine[], without: DiffLine['kind']) => lines.filter(({ kind }) => kind !== without).map(({ text }) => text).join('\n');

describe('diffLines', () => {
  it.each([
    ['a\nb\nc', 'a\nb\nc', ' a, b, c'],
    ['a\nb\nc', 'a\nx\nc', ' a,-b,+x, c'],
    ['a\nc', 'a\nb\nc', ' a,+b, c'],
    ['a\nb\nc', 'b', '-a, b,-c'],
    ['', 'a', '-,+a'],
  ])('%j to %j', (before, after, expected) => expect(shown(diffLines(before, after))).toBe(expected));

  it('always leads from one text to the other', () => {
    // a fixed row of pseudo-random lines: few different ones, so that much matches in many ways
    let seed = 7;
    const next = () => (seed = (seed * 48_271) % 2_147_483_647);
    for (let round = 0; round < 200; round++) {
      const make = () => Array.from({ length: (next() % 12) + 1 }, () => 'abcd'.charAt(next() % 4)).join('\n');
      const [before, after] = [make(), make()];
      const lines = diffLines(before, after);
      expect(applied(lines, 'added')).toBe(before);
      expect(applied(lines, 'removed')).toBe(after);
    }
  });

  it('gives up on texts that have nothing in common, and is still right', () => {
    const before = Array.from({ length: 2000 }, (_each, index) => `a${index}`).join('\n');
    const after = Array.from({ length: 2000 }, (_each, index) => `b${index}`).join('\n');
    const lines = diffLines(before, after);
    expect(applied(lines, 'added')).toBe(before);
    expect(applied(lines, 'removed')).toBe(after);
  });
});

it('diffAttributes shows what is another, new or gone', () => {
  expect(diffAttributes({ a: 1, b: 'x', c: true }, { a: 1, b: 'y', d: [1] })).toEqual([
    { name: 'b', before: 'x', after: 'y' },
    { name: 'c', before: 'true', after: null },
    { name: 'd', before: null, after: '[1]' },
  ]);
});
