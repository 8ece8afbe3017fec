import { describe, expect, it } from 'vitest';
import type { RouteAttemptRecord } from '../../api/contract';
import { attemptBars } from './attemptBars';

const attempt = (start_ms: number | null, duration_ms: number | null, latency_ms: number | null = null) => ({ start_ms, duration_ms, latency_ms }) as RouteAttemptRecord;

describe('attemptBars', () => {
  it('puts attempts on one axis', () => {
    const { bars, totalMs } = attemptBars([attempt(0, 50, 50), attempt(50, 50, 25)], 100);
    expect(totalMs).toBe(100);
    expect(bars.map((bar) => bar && [bar.left, bar.width, bar.first])).toEqual([[0, 0.5, 0.5], [0.5, 0.5, 0.75]]);
  });

  it('stays within the axis when clocks disagree, and knows what it does not know', () => {
    const { bars, totalMs } = attemptBars([attempt(-5, 10), attempt(null, null), attempt(90, 60)], 100);
    expect(totalMs).toBe(150);
    expect(bars[0]?.left).toBe(0);
    expect(bars[1]).toBeNull();
    expect((bars[2]?.left ?? 0) + (bars[2]?.width ?? 0)).toBeLessThanOrEqual(1);
    expect(attemptBars([], 0).totalMs).toBe(1);
  });
});
