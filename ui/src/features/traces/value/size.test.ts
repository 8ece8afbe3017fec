import { expect, it } from 'vitest';
import { niceMaximum } from '../list/niceMaximum';
import { shortModel } from '../modelName';
import { formatSize } from './size';

it.each([
  [812, '812 characters'],
  [65_536, '66 kB'],
  [999_700, '1.0 MB'],
  [5_000_000, '5.0 MB'],
])('%d characters are %s', (length, text) => expect(formatSize(length)).toBe(text));

it.each([
  [[], 1],
  [[3, 180], 200],
  [[2_000_000], 2_000_000],
  [[2_000_001], 5_000_000],
])('%j fits below %d', (values, expected) => expect(niceMaximum(values)).toBe(expected));

it.each([
  ['meta-llama/llama-3.1-8b-instruct:free', 'llama-3.1-8b-instruct:free'],
  ['gpt-4o', 'gpt-4o'],
  ['odd/', 'odd/'],
])('%s is %s in short', (model, expected) => expect(shortModel(model)).toBe(expected));
