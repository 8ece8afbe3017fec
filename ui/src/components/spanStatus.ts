export type SpanStatus = 'ok' | 'error' | 'unset';

/** Reads "OK", "ERROR", "UNSET" and their lower case; anything else is unset. */
export function spanStatus(status: string | null | undefined): SpanStatus {
  const lower = (status ?? '').toLowerCase();
  return lower === 'ok' || lower === 'error' ? lower : 'unset';
}

export const STATUS_NAMES: Record<SpanStatus, string> = { ok: 'OK', error: 'Error', unset: 'Unset' };
