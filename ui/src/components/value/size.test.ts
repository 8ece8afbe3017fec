import { expect, it } from 'vitest';
import { formatSize } from './size';

it.each([
  [812, '812 characters'],
  [65_536, '66 kB'],
  [999_700, '1.0 MB'],
  [5_000_000, '5.0 MB'],
])('%d characters are %s', (length, text) => expect(formatSize(length)).toBe(text));
