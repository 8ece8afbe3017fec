// The console speaks English, so numbers and dates are written the English way everywhere.
const LOCALE = 'en-GB';

const MINUS = '−';

const counts = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const compactCounts = new Intl.NumberFormat(LOCALE, { notation: 'compact', maximumSignificantDigits: 3 });

/** 1234567 → "1,234,567" */
export function formatCount(value: number): string {
  return counts.format(value);
}

/** 999 → "999", 12345 → "12.3k", 4200000 → "4.2M" */
export function formatCompact(value: number): string {
  if (Math.abs(value) < 1000) return counts.format(value);
  return compactCounts.format(value).replace('K', 'k').replace('m', 'M').replace('bn', 'B').replace('tn', 'T');
}

/** Prices and charges are exact to the nano-dollar; more digits than that are nobody's. */
const USD_DIGITS = 9;

/** US dollars, short: 1234.5 → "$1,234.50", "0.000021" → "$0.000021", 0 → "$0". Three figures below a dollar. */
export function formatUsd(value: number | string): string {
  const amount = Number(value);
  if (!Number.isFinite(amount)) return '—';
  if (amount === 0) return '$0';
  const size = Math.abs(amount);
  const sign = amount < 0 ? MINUS : '';
  if (size < 10 ** -USD_DIGITS) return `${sign}<$0.000000001`;
  const digits = size >= 1 ? 2 : Math.min(USD_DIGITS, 2 - Math.floor(Math.log10(size)));
  return `${sign}$${usd(size, digits)}`;
}

/** US dollars with every digit there is, for a title or a copy: "0.000021350" → "$0.00002135". */
export function formatUsdExact(value: number | string): string {
  const amount = Number(value);
  if (!Number.isFinite(amount)) return '—';
  if (amount === 0) return '$0';
  const sign = amount < 0 ? MINUS : '';
  return `${sign}$${usd(Math.abs(amount), USD_DIGITS)}`;
}

function usd(size: number, maximumFractionDigits: number): string {
  return size.toLocaleString(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits });
}

/** Microseconds → "340 µs", "12.3 ms", "1.24 s", "2 m 03 s", "1 h 05 m", "2 d 03 h". Three figures, never rounded up into another unit's form. */
export function formatDuration(microseconds: number): string {
  if (!Number.isFinite(microseconds) || microseconds < 0) return '—';
  const us = Math.round(microseconds);
  if (us === 0) return '0 ms';
  if (us < 1000) return `${us} µs`;
  if (us < 999_500) return `${figures(us / 1000)} ms`;
  if (us < 59_950_000) return `${figures(us / 1_000_000)} s`;
  const seconds = Math.round(us / 1_000_000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} m ${pad(seconds % 60)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} m`;
  const hours = Math.round(minutes / 60);
  return `${Math.floor(hours / 24)} d ${pad(hours % 24)} h`;
}

function figures(value: number): string {
  const digits = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
  return value.toFixed(digits);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** A share of one: 0.0312 → "3.1 %", 1 → "100 %". */
export function formatShare(value: number): string {
  const percent = value * 100;
  return `${percent.toFixed(percent > 0 && percent < 10 ? 1 : 0)} %`;
}

const relative = new Intl.RelativeTimeFormat('en', { style: 'narrow', numeric: 'always' });
const RELATIVE_STEPS = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
] as const;

/** A moment seen from now: "now", "12s ago", "3m ago", "in 5d"; past thirty days its date. */
export function formatRelative(value: string | number | Date, now: number): string {
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return '—';
  let distance = (at.getTime() - now) / 1000;
  if (Math.abs(distance) < 1.5) return 'now';
  for (const [unit, next] of RELATIVE_STEPS) {
    const whole = Math.trunc(distance);
    if (Math.abs(whole) < next) return relative.format(whole, unit);
    distance /= next;
  }
  return formatDate(at);
}

const dates = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' });
const dateTimes = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  timeZoneName: 'short',
});

/** "22 Nov 2026" in the reader's time zone. */
export function formatDate(value: string | number | Date): string {
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? '—' : dates.format(at);
}

/** "22 Nov 2026, 16:15:03.123 UTC" in the reader's time zone. */
export function formatDateTime(value: string | number | Date): string {
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? '—' : dateTimes.format(at);
}
