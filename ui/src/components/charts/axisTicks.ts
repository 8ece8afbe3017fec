import type { ScaleLinear } from 'd3-scale';
import type { DrawnSeries } from './chartTypes';

const TICKS_Y = 4;
/** Of a digit or a letter in the small size; none is much wider. */
const GLYPH_PX = 6.2;
const GAP_PX = 12;

/** Values on the axis, no two with the same text. What is counted has no tick between one and two. */
export function valueTicks(y: ScaleLinear<number, number>, drawn: readonly DrawnSeries[], format: (value: number) => string): { value: number; text: string }[] {
  const isCounted = drawn.every(({ values }) => values.every((value) => value === null || Number.isInteger(value)));
  const seen = new Set<string>();
  const ticks: { value: number; text: string }[] = [];
  for (const value of y.ticks(TICKS_Y)) {
    // round numbers go without their zeros: "$15", not "$15.00"
    const text = format(value).replace(/\.0+(?!\d)/, '');
    if ((isCounted && !Number.isInteger(value)) || seen.has(text)) continue;
    seen.add(text);
    ticks.push({ value, text });
  }
  return ticks;
}

export interface TimeTick {
  left: number;
  text: string;
  /** A month or a year begins here. */
  isMain: boolean;
}

/** The ticks whose texts have room beside one another inside `width`; of two that touch, the begin of a month stays. */
export function withRoom(ticks: readonly TimeTick[], width: number): TimeTick[] {
  const kept: TimeTick[] = [];
  for (const tick of ticks) {
    const half = halfOf(tick);
    if (tick.left < half - GAP_PX || tick.left + half > width + GAP_PX / 2) continue;
    const before = kept.at(-1);
    if (before !== undefined && tick.left - before.left < half + halfOf(before) + GAP_PX) {
      if (!tick.isMain || before.isMain) continue;
      kept.pop();
    }
    kept.push(tick);
  }
  return kept;
}

function halfOf({ text }: TimeTick): number {
  return (text.length * GLYPH_PX) / 2;
}
