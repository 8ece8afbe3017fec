import { expect, it } from 'vitest';
import { toCsv } from './csv';

it('quotes what has commas, quotes and lines', () => {
  expect(toCsv(['a', 'b'], [{ a: 'x, y', b: 'say "hi"\n' }])).toBe('a,b\r\n"x, y","say ""hi""\n"\r\n');
});

it('keeps a text from being a formula, and numbers as they are', () => {
  expect(toCsv(['a', 'b'], [{ a: '=cmd()', b: -1.5 }])).toBe("a,b\r\n'=cmd(),-1.5\r\n");
});

it('has nothing where nothing is known', () => {
  expect(toCsv(['a'], [{ a: null }])).toBe('a\r\n\r\n');
});
