import { expect, it } from 'vitest';
import { niceMaximum } from './niceMaximum';

it.each([
  [[], 1],
  [[3, 180], 200],
  [[2_000_000], 2_000_000],
  [[2_000_001], 5_000_000],
])('%j fits below %d', (values, expected) => expect(niceMaximum(values)).toBe(expected));
