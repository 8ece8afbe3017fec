import type { RouteAttemptRecord } from '../../api/contract';

export interface AttemptBar {
  attempt: RouteAttemptRecord;
  /** Shares of the whole time, 0 to 1. */
  left: number;
  width: number;
  /** Where the answer began, or it failed; share of the whole time. */
  first: number | null;
}

/** Where each attempt lies on one time axis; null where it is not known when it was. */
export function attemptBars(attempts: readonly RouteAttemptRecord[], durationMs: number): { bars: (AttemptBar | null)[]; totalMs: number } {
  const totalMs = attempts.reduce((most, { start_ms: start, duration_ms: took }) => Math.max(most, (start ?? 0) + (took ?? 0)), durationMs) || 1;
  const bars = attempts.map((attempt) => {
    const { start_ms: start, duration_ms: took, latency_ms: latency } = attempt;
    if (start === null || took === null) return null;
    const left = clamp(start / totalMs);
    return { attempt, left, width: Math.min(1 - left, clamp(took / totalMs)), first: latency === null ? null : clamp((start + latency) / totalMs) };
  });
  return { bars, totalMs };
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
