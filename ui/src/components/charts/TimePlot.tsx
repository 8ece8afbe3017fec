import { scaleLinear, scaleTime } from 'd3-scale';
import { type PointerEvent, useId, useMemo } from 'react';
import { ChartTooltip } from './ChartTooltip';
import type { ChartForm, DrawnSeries, TimeSeries } from './chartTypes';
import { drawSeries, largestOf, seriesAt } from './drawSeries';
import { PlotAxes } from './PlotAxes';
import { PlotSeries } from './PlotSeries';
import { pieceText } from './timeText';
import { useBoxWidth } from '../useBoxWidth';
import { usePlotCursor } from './usePlotCursor';

const MARGIN = { top: 8, right: 8, bottom: 22, left: 52 };
/** Series that are read aloud for one piece of time. */
const SAID = 6;

/** A span of time that is being selected says its ends alone. */
const NOTHING: readonly DrawnSeries[] = [];

interface TimePlotProps {
  label: string;
  data: TimeSeries;
  hidden: ReadonlySet<string>;
  form: ChartForm;
  format: (value: number) => string;
  formatTick: (value: number) => string;
  height: number;
  onRange: ((from: number, to: number) => void) | undefined;
  onPick: ((time: number, seriesId: string | null) => void) | undefined;
}

/** The drawing of a chart over time. Its cursor is moved by pointer and by keys; to screen readers it is a slider over time that says the values. */
export function TimePlot({ label, data, hidden, form, format, formatTick, height, onRange, onPick }: TimePlotProps) {
  const { times, step, series } = data;
  const [box, width] = useBoxWidth<HTMLDivElement>();
  const helpId = useId();
  const drawn = useMemo(() => drawSeries(series, hidden, form), [series, hidden, form]);
  const first = times[0] ?? 0;
  const innerWidth = Math.max(0, width - MARGIN.left - MARGIN.right);
  const innerHeight = Math.max(0, height - MARGIN.top - MARGIN.bottom);
  const x = useMemo(() => scaleTime([first, first + step * times.length], [0, innerWidth]), [first, step, times.length, innerWidth]);
  const y = useMemo(() => scaleLinear([0, largestOf(drawn) || 1], [innerHeight, 0]).nice(4), [drawn, innerHeight]);

  const indexAt = (event: PointerEvent): number => {
    const left = event.currentTarget.getBoundingClientRect().left + MARGIN.left;
    const index = Math.floor((x.invert(event.clientX - left).getTime() - first) / step);
    return Math.max(0, Math.min(times.length - 1, index));
  };
  const { cursor, handlers } = usePlotCursor({
    count: times.length,
    seriesIds: drawn.map(({ id }) => id),
    indexAt,
    seriesAt: (event, index) => seriesAt(drawn, form, index, y.invert(event.clientY - event.currentTarget.getBoundingClientRect().top - MARGIN.top)),
    onSelect: onRange && ((from, to) => onRange(times[from] ?? first, (times[to] ?? first) + step)),
    onPick: onPick && ((index, seriesId) => onPick(times[index] ?? first, seriesId)),
  });

  const pieceWidth = times.length === 0 ? 0 : innerWidth / times.length;
  const selected = cursor?.anchor !== null && cursor !== null && cursor.anchor !== cursor.index ? [Math.min(cursor.anchor, cursor.index), Math.max(cursor.anchor, cursor.index)] as const : null;
  const middle = cursor ? (cursor.index + 0.5) * pieceWidth : 0;
  const total = cursor && form !== 'lines' ? format(drawn.reduce((sum, { values }) => sum + (values[cursor.index] ?? 0), 0)) : undefined;

  return (
    <div ref={box} className="relative min-w-0" style={{ height }}>
      <div
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-describedby={helpId}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, times.length - 1)}
        aria-valuenow={cursor?.index ?? 0}
        aria-valuetext={cursor ? `${pieceText(times[cursor.index] ?? first, step)}: ${valuesText(drawn, cursor.index, cursor.seriesId, format)}` : 'nothing chosen'}
        className="absolute inset-0 cursor-crosshair touch-pan-y rounded-sm select-none"
        {...handlers}
      >
        {width > 0 && (
          <svg width={width} height={height} aria-hidden>
            <g transform={`translate(${MARGIN.left} ${MARGIN.top})`}>
              <PlotAxes x={x} y={y} drawn={drawn} width={innerWidth} height={innerHeight} formatTick={formatTick} />
              {selected && (
                <rect
                  x={selected[0] * pieceWidth}
                  width={(selected[1] - selected[0] + 1) * pieceWidth}
                  height={innerHeight}
                  className="fill-accent/15 stroke-accent"
                  strokeWidth={1}
                />
              )}
              {cursor && !selected && <rect x={cursor.index * pieceWidth} width={Math.max(1, pieceWidth)} height={innerHeight} className="fill-fg/5" />}
              <PlotSeries drawn={drawn} form={form} times={times} step={step} x={x} y={y} highlight={cursor?.seriesId ?? null} />
              {cursor && form === 'lines' && <CursorDots drawn={drawn} index={cursor.index} x={middle} y={y} highlight={cursor.seriesId} />}
            </g>
          </svg>
        )}
      </div>
      {cursor && (
        <ChartTooltip
          title={selected ? `${pieceText(times[selected[0]] ?? first, step * (selected[1] - selected[0] + 1))}` : pieceText(times[cursor.index] ?? first, step)}
          index={cursor.index}
          drawn={selected ? NOTHING : drawn}
          seriesId={cursor.seriesId}
          total={total}
          format={format}
          x={MARGIN.left + middle}
          width={width}
          hint={selected ? 'Let go, or Enter, to look at this time' : undefined}
        />
      )}
      <span id={helpId} hidden>
        {`Left and right move in time${drawn.length > 1 ? ', up and down choose a series' : ''}${onRange ? ', with Shift they select a time and Enter looks at it' : ''}${onPick ? ', Enter opens what is behind a point' : ''}.`}
      </span>
    </div>
  );
}

interface CursorDotsProps {
  drawn: readonly DrawnSeries[];
  index: number;
  x: number;
  y: (value: number) => number;
  highlight: string | null;
}

function CursorDots({ drawn, index, x, y, highlight }: CursorDotsProps) {
  return drawn.map(({ id, upper, stroke }) => {
    const value = upper[index];
    return value === null || value === undefined ? null : (
      <circle key={id} cx={x} cy={y(value)} r={highlight === id ? 4.5 : 3} fill={stroke} className="stroke-surface" strokeWidth={1.5} />
    );
  });
}

function valuesText(drawn: readonly DrawnSeries[], index: number, seriesId: string | null, format: (value: number) => string): string {
  const wanted = seriesId === null ? drawn : drawn.filter(({ id }) => id === seriesId);
  const known = wanted.filter(({ values }) => values[index] !== null && values[index] !== undefined).slice(0, SAID);
  return known.length === 0 ? 'no data' : known.map(({ label, values }) => `${label} ${format(values[index] ?? 0)}`).join(', ');
}
