import { describe, expect, it } from 'vitest';
import { findInText, ROW_LENGTH, rowAt, splitFound, textRows, type TextRows } from './textRows';

const all = (rows: TextRows): string[] => Array.from({ length: rows.count }, (_, row) => rows.text.slice(rows.starts[row], rows.ends[row]));

describe('textRows', () => {
  it.each([
    ['', ['']],
    ['one', ['one']],
    ['a\nb\r\n\nc\n', ['a', 'b', '', 'c', '']],
  ])('%j', (text, expected) => expect(all(textRows(text))).toEqual(expected));

  it('cuts long lines and loses nothing', () => {
    const line = 'word '.repeat(1000);
    const rows = textRows(`${line}\nlast`);
    expect(all(rows).slice(0, -1).join('')).toBe(line);
    expect(Math.max(...all(rows).map((row) => row.length))).toBeLessThanOrEqual(ROW_LENGTH);
    expect(all(rows).at(0)?.endsWith(' ')).toBe(true);
    expect([...rows.lines].at(-2)).toBe(1);
    expect([...rows.lines].at(-1)).toBe(2);
  });

  it('keeps surrogate pairs whole', () => {
    const rows = all(textRows(`x${'😀'.repeat(1500)}`));
    expect(rows.every((row) => !/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(row))).toBe(true);
    expect(rows.join('')).toHaveLength(3001);
  });

  it('takes five megabytes on one line', () => {
    const rows = textRows('x'.repeat(5_000_000));
    expect(rows.count).toBe(5000);
    expect(rowAt(rows, 4_999_999)).toBe(4999);
  });
});

describe('finding', () => {
  it('whatever the case, and characters that mean something to patterns', () => {
    expect(findInText('aXa.x', 'x')).toEqual([1, 4]);
    expect(findInText('a.b a+b', 'a+')).toEqual([4]);
    expect(findInText('text', '')).toEqual([]);
  });

  it('knows the row', () => {
    const rows = textRows('one\ntwo\nthree');
    expect([0, 3, 4, 8, 12].map((position) => rowAt(rows, position))).toEqual([0, 0, 1, 2, 2]);
  });

  it('splits a row', () => {
    expect(splitFound('a needle, a Needle', 'needle')).toEqual(['a ', 'needle', ', a ', 'Needle', '']);
    expect(splitFound('none', 'needle')).toEqual(['none']);
  });
});
