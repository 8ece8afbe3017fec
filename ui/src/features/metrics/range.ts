const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export const RANGES = { '1h': HOUR_MS, '24h': DAY_MS, '7d': 7 * DAY_MS, '30d': 30 * DAY_MS, '90d': 90 * DAY_MS } as const;
export type RangeName = keyof typeof RANGES;

/** A time that ends now, by its length, or one between two moments (milliseconds since 1970). */
export type TimeRange = { name: RangeName } | { from: number; to: number };

export const USUAL_RANGE: RangeName = '7d';

/** `range=24h`, or `from=` and `to=`; anything else is the last seven days. */
export function readRange(params: URLSearchParams): TimeRange {
  const from = Date.parse(params.get('from') ?? '');
  const to = Date.parse(params.get('to') ?? '');
  if (Number.isFinite(from) && Number.isFinite(to) && from < to) return { from, to };
  const name = params.get('range') ?? '';
  return { name: name in RANGES ? (name as RangeName) : USUAL_RANGE };
}

export function writeRange(params: URLSearchParams, range: TimeRange): void {
  for (const name of ['range', 'from', 'to']) params.delete(name);
  if ('name' in range) {
    if (range.name !== USUAL_RANGE) params.set('range', range.name);
    return;
  }
  params.set('from', new Date(range.from).toISOString());
  params.set('to', new Date(range.to).toISOString());
}

export function boundsOf(range: TimeRange, now: number): { from: number; to: number } {
  return 'name' in range ? { from: now - RANGES[range.name], to: now } : range;
}

export type Bucket = 'minute' | '5m' | '15m' | 'hour' | '6h' | 'day';

/** Pieces of time that make some thirty to a hundred of the length, so that bars can be told apart, and from which length on. */
const BUCKETS: readonly [Bucket, number][] = [['minute', 0], ['5m', 2.5 * HOUR_MS], ['15m', 12 * HOUR_MS], ['hour', 36 * HOUR_MS], ['6h', 5 * DAY_MS], ['day', 21 * DAY_MS]];

/** What is not kept by pieces shorter than an hour would have to be added up from spans. */
const BY_HOUR: ReadonlySet<string> = new Set(['user', 'key', 'app']);

export function bucketFor(lengthMs: number, groupBy: string | null): Bucket {
  const fitting = BUCKETS.findLast(([, from]) => lengthMs >= from)?.[0] ?? 'minute';
  const isShort = fitting === 'minute' || fitting === '5m' || fitting === '15m';
  return isShort && groupBy !== null && BY_HOUR.has(groupBy) ? 'hour' : fitting;
}
