import { ChartSpline, Table2 } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { cx } from '../../app/cx';
import { ErrorState } from '../ErrorState';
import { IconButton } from '../IconButton';
import { ChartLegend } from './ChartLegend';
import { ChartSkeleton } from './ChartSkeleton';
import { ChartTable } from './ChartTable';
import type { ChartForm, TimeSeries } from './chartTypes';

// scales and shapes are a file of their own, loaded with the first chart
const TimePlot = lazy(async () => ({ default: (await import('./TimePlot')).TimePlot }));

const NONE: ReadonlySet<string> = new Set();

export interface TimeChartProps {
  /** What it shows: its name for screen readers. */
  label: string;
  /** Undefined while it loads. */
  data: TimeSeries | undefined;
  form?: ChartForm;
  format: (value: number) => string;
  /** For the axis, where short is better; `format` without it. */
  formatTick?: (value: number) => string;
  /** Pixels of the plot without its legend. */
  height?: number;
  /** Of the figure, whose two rows are legend and plot: a grid's subgrid lines them up with its neighbours'. */
  className?: string;
  error?: unknown;
  onRetry?: () => void;
  /** What is said when there is nothing to draw. */
  empty?: ReactNode;
  /** At the left of the legend, instead of nothing: the chart's title. */
  heading?: ReactNode;
  /** Begin (included) and end (not included) of a span of time that was selected, milliseconds since 1970. */
  onRange?: (from: number, to: number) => void;
  /** A piece of time was chosen, and perhaps one series in it. */
  onPick?: (time: number, seriesId: string | null) => void;
}

/** Numbers over time: drawn, or as a table; with its legend, and with what is there while nothing can be drawn. */
export function TimeChart({ label, data, form = 'lines', format, formatTick, height = 180, className, error, onRetry, empty, heading, onRange, onPick }: TimeChartProps) {
  const [hidden, setHidden] = useState(NONE);
  const [isTable, setIsTable] = useState(false);
  const isEmpty = useMemo(() => data !== undefined && !data.series.some(({ values }) => values.some((value) => value !== null)), [data]);
  if (error && !data) return <ErrorState inline title={`${label} could not be loaded`} error={error} onRetry={onRetry} />;
  return (
    <figure className={cx('m-0 flex min-w-0 flex-col gap-1.5', className)} aria-label={label}>
      <div className="flex min-h-6 items-start justify-between gap-2">
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          {heading}
          {data && !isEmpty && data.series.length > 1 && <ChartLegend label={label} series={data.series} hidden={hidden} onHiddenChange={setHidden} />}
        </div>
        {data && !isEmpty && (
          <IconButton
            size="sm"
            label={isTable ? `${label}: show the chart` : `${label}: show the numbers`}
            icon={isTable ? <ChartSpline size={14} aria-hidden /> : <Table2 size={14} aria-hidden />}
            onClick={() => setIsTable(!isTable)}
          />
        )}
      </div>
      {!data ? (
        <ChartSkeleton height={height} label={label} />
      ) : isEmpty ? (
        <div className="flex items-center justify-center rounded-md border border-dashed border-line px-4 text-center text-muted" style={{ height }}>
          {empty ?? 'Nothing happened in this time.'}
        </div>
      ) : isTable ? (
        <ChartTable label={label} data={data} format={format} height={height} />
      ) : (
        <Suspense fallback={<ChartSkeleton height={height} label={label} />}>
          <TimePlot label={label} data={data} hidden={hidden} form={form} format={format} formatTick={formatTick ?? format} height={height} onRange={onRange} onPick={onPick} />
        </Suspense>
      )}
    </figure>
  );
}
