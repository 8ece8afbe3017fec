import { expect, it } from 'vitest';
import { pieceText, tickText } from './timeText';

const HOUR = 3_600_000;
const local = (year: number, month: number, day: number, hour = 0, minute = 0) => new Date(year, month - 1, day, hour, minute).getTime();

it('ticks say the clock within a day and the date where one begins', () => {
  expect(tickText(local(2026, 11, 22, 9, 30), HOUR)).toBe('09:30');
  expect(tickText(local(2026, 11, 22), HOUR)).toBe('22 Nov');
  expect(tickText(local(2027, 1, 1), 31 * 24 * HOUR)).toBe('Jan 2027');
});

it('pieces say from when to when', () => {
  expect(pieceText(local(2026, 11, 22, 9), HOUR)).toBe('Sun, 22 Nov 2026, 09:00–10:00');
  expect(pieceText(local(2026, 11, 22), 24 * HOUR)).toBe('Sun, 22 Nov 2026');
  expect(pieceText(local(2026, 11, 22), 3 * 24 * HOUR)).toBe('Sun, 22 Nov 2026 to Tue, 24 Nov 2026');
});
