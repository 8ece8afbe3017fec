import { area, curveMonotoneX, line } from 'd3-shape';
import { memo } from 'react';
import type { ChartForm, DrawnSeries } from './chartTypes';

/** Bars closer than this need no gap between them. */
const GAP_FROM_PX = 6;

interface PlotSeriesProps {
  drawn: readonly DrawnSeries[];
  form: ChartForm;
  times: readonly number[];
  step: number;
  x: (time: number) => number;
  y: (value: number) => number;
  highlight: string | null;
}

/** The lines, areas or bars themselves; the others step back while one is looked at. */
export const PlotSeries = memo(function PlotSeries({ drawn, form, times, step, x, y, highlight }: PlotSeriesProps) {
  return drawn.map((series) => {
    const opacity = highlight === null || highlight === series.id || drawn.length === 1 ? 1 : 0.35;
    return (
      <g key={series.id} opacity={opacity} data-series={series.id}>
        {form === 'lines' ? (
          <>
            <path d={linePath(series, times, step, x, y)} fill="none" stroke={series.stroke} strokeWidth={1.75} strokeDasharray={series.dash} strokeLinejoin="round" strokeLinecap="round" />
            <path d={loneDots(series, times, step, x, y)} fill="none" stroke={series.stroke} strokeWidth={5} strokeLinecap="round" />
          </>
        ) : form === 'areas' ? (
          <path d={areaPath(series, times, step, x, y)} fill={series.stroke} fillOpacity={0.75} className="stroke-surface" strokeWidth={0.75} />
        ) : (
          <path d={barsPath(series, times, step, x, y)} fill={series.stroke} />
        )}
      </g>
    );
  });
});

type Place = (value: number) => number;

function linePath({ upper }: DrawnSeries, times: readonly number[], step: number, x: Place, y: Place): string {
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_value, index) => x((times[index] ?? 0) + step / 2))
    .y((value) => y(value ?? 0))
    .curve(curveMonotoneX);
  return path([...upper]) ?? '';
}

/** A value without neighbours is no line: a dot says that it is there. */
function loneDots({ upper }: DrawnSeries, times: readonly number[], step: number, x: Place, y: Place): string {
  return upper
    .map((value, index) => {
      const isLone = value !== null && (upper[index - 1] ?? null) === null && (upper[index + 1] ?? null) === null;
      return isLone ? `M${x((times[index] ?? 0) + step / 2)},${y(value)}h0` : '';
    })
    .join('');
}

function areaPath({ lower, upper }: DrawnSeries, times: readonly number[], step: number, x: Place, y: Place): string {
  const path = area<number | null>()
    .x((_value, index) => x((times[index] ?? 0) + step / 2))
    .y0((_value, index) => y(lower[index] ?? 0))
    .y1((value) => y(value ?? 0))
    .curve(curveMonotoneX);
  return path([...upper]) ?? '';
}

/** All bars of a series as one path: hundreds of elements would be slow to draw and to move over. */
function barsPath({ lower, upper }: DrawnSeries, times: readonly number[], step: number, x: Place, y: Place): string {
  return times
    .map((time, index) => {
      const low = lower[index] ?? 0;
      const high = upper[index] ?? 0;
      if (high <= low) return '';
      const left = x(time);
      const room = x(time + step) - left;
      const gap = room >= GAP_FROM_PX ? Math.min(4, room * 0.2) : 0;
      return `M${left + gap / 2},${y(low)}V${y(high)}h${Math.max(0.5, room - gap)}V${y(low)}Z`;
    })
    .join('');
}
