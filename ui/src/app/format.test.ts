import { describe, expect, it } from 'vitest';
import { formatCompact, formatCount, formatDateTime, formatDuration, formatRelative, formatShare, formatUsd, formatUsdExact } from './format';

describe('formatUsd', () => {
  it.each([
    [0, '$0'],
    ['0.000000000', '$0'],
    ['0.000021', '$0.000021'],
    ['0.00002135', '$0.0000214'],
    ['0.000000001', '$0.000000001'],
    ['0.0000000001', '<$0.000000001'],
    ['0.0100', '$0.01'],
    ['0.0123', '$0.0123'],
    ['0.5', '$0.50'],
    ['0.9996', '$1.00'],
    [1, '$1.00'],
    ['1234.5', '$1,234.50'],
    ['-0.05', '−$0.05'],
    ['nothing', '—'],
  ])('%s is %s', (value, text) => expect(formatUsd(value)).toBe(text));

  it('exact keeps every digit', () => {
    expect(formatUsdExact('0.000021350')).toBe('$0.00002135');
    expect(formatUsdExact('12.345678901')).toBe('$12.345678901');
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0 ms'],
    [340, '340 µs'],
    [999, '999 µs'],
    [1000, '1.00 ms'],
    [12_345, '12.3 ms'],
    [99_960, '100 ms'],
    [999_499, '999 ms'],
    [999_500, '1.00 s'],
    [1_240_000, '1.24 s'],
    [9_996_000, '10.0 s'],
    [59_949_000, '59.9 s'],
    [59_950_000, '1 m 00 s'],
    [123_000_000, '2 m 03 s'],
    [3_599_600_000, '1 h 00 m'],
    [3_900_000_000, '1 h 05 m'],
    [183_600_000_000, '2 d 03 h'],
    [-5, '—'],
  ])('%d µs is %s', (value, text) => expect(formatDuration(value)).toBe(text));
});

describe('counts', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1k'],
    [12_345, '12.3k'],
    [999_999, '1M'],
    [4_200_000, '4.2M'],
    [3_000_000_000, '3B'],
  ])('%d is %s in short', (value, text) => expect(formatCompact(value)).toBe(text));

  it('whole counts are grouped', () => expect(formatCount(1_234_567)).toBe('1,234,567'));
});

describe('times', () => {
  const now = Date.parse('2026-11-22T16:15:00Z');

  it.each([
    ['2026-11-22T16:14:59.900Z', 'now'],
    ['2026-11-22T16:14:48Z', '12s ago'],
    ['2026-11-22T16:14:00.4Z', '59s ago'],
    ['2026-11-22T16:12:00Z', '3m ago'],
    ['2026-11-22T14:15:00Z', '2h ago'],
    ['2026-11-17T16:15:00Z', '5d ago'],
    ['2026-11-22T17:16:00Z', 'in 1h'],
    ['2026-01-02T12:00:00Z', '2 Jan 2026'],
    ['not a date', '—'],
  ])('%s is %s', (value, text) => expect(formatRelative(value, now)).toBe(text));

  it('an absolute time has milliseconds and a zone', () => expect(formatDateTime('2026-11-22T16:15:03.123Z')).toMatch(/^2\d Nov 2026, \d\d:\d\d:03\.123 \S+$/));
});

describe('formatShare', () => {
  it.each([
    [0, '0 %'],
    [0.0312, '3.1 %'],
    [0.5, '50 %'],
    [1, '100 %'],
  ])('%d is %s', (value, text) => expect(formatShare(value)).toBe(text));
});
