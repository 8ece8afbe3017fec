import { cx } from '../../app/cx';
import type { DrawnSeries } from './chartTypes';
import { SeriesMark } from './SeriesMark';

/** More lines than this hide the chart. */
const MAX_LINES = 10;
const GAP_PX = 12;

interface ChartTooltipProps {
  title: string;
  index: number;
  drawn: readonly DrawnSeries[];
  seriesId: string | null;
  /** What a stack adds up to; absent for lines. */
  total: string | undefined;
  format: (value: number) => string;
  /** Where the cursor is, pixels from the left edge of a box of `width`. */
  x: number;
  width: number;
  hint: string | undefined;
}

/** The values of one piece of time beside the cursor, largest first. */
export function ChartTooltip({ title, index, drawn, seriesId, total, format, x, width, hint }: ChartTooltipProps) {
  const lines = drawn
    .map((series) => ({ series, value: series.values[index] ?? null }))
    .filter(({ value }) => value !== null)
    .toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0));
  const isRight = x > width / 2;
  return (
    <div
      // said by the plot's value text
      aria-hidden
      className="pointer-events-none absolute top-1 z-20 max-w-72 min-w-40 rounded-md border border-line bg-raised px-2.5 py-2 text-xs shadow-float"
      style={isRight ? { right: width - x + GAP_PX } : { left: x + GAP_PX }}
    >
      <p className="mb-1 whitespace-nowrap text-2xs text-muted">{title}</p>
      {lines.length === 0 && <p className="text-subtle">No data</p>}
      <ul>
        {lines.slice(0, MAX_LINES).map(({ series, value }) => (
          <li key={series.id} className={cx('flex h-5 items-center gap-2', seriesId === series.id && 'font-semibold')}>
            <SeriesMark stroke={series.stroke} dash={series.dash} />
            <span className="min-w-0 flex-1 truncate">{series.label}</span>
            <span className="tabular pl-3 whitespace-nowrap">{format(value ?? 0)}</span>
          </li>
        ))}
      </ul>
      {lines.length > MAX_LINES && <p className="text-subtle">and {lines.length - MAX_LINES} more</p>}
      {total !== undefined && lines.length > 1 && (
        <p className="mt-1 flex justify-between gap-3 border-t border-line pt-1">
          <span className="text-muted">Total</span>
          <span className="tabular">{total}</span>
        </p>
      )}
      {hint && <p className="mt-1 text-2xs text-subtle">{hint}</p>}
    </div>
  );
}
