import type { ChartSeries } from './chartTypes';

/** As many as tokens.css has; further series go round with dashes. */
export const PALETTE_SIZE = 8;
const REST = 'var(--color-series-rest)';
const DASHES = [undefined, '5 3', '1.5 3'];

/** The colour of each series by its place, so that hiding one leaves the others as they are. */
export function colorsOf(series: readonly ChartSeries[]): Map<string, { stroke: string; dash: string | undefined }> {
  const looks = new Map<string, { stroke: string; dash: string | undefined }>();
  let next = 0;
  for (const { id, color, isRest } of series) {
    if (color || isRest) {
      looks.set(id, { stroke: color ?? REST, dash: undefined });
      continue;
    }
    const round = Math.floor(next / PALETTE_SIZE) % DASHES.length;
    looks.set(id, { stroke: `var(--color-series-${(next % PALETTE_SIZE) + 1})`, dash: DASHES[round] });
    next++;
  }
  return looks;
}
