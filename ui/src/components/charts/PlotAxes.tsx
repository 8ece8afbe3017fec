import type { ScaleLinear, ScaleTime } from 'd3-scale';
import { tickText } from './timeText';

const TICK_X_PX = 84;
const TICKS_Y = 4;
/** A label nearer to an edge than this would be cut. */
const EDGE_PX = 24;

interface PlotAxesProps {
  x: ScaleTime<number, number>;
  y: ScaleLinear<number, number>;
  width: number;
  height: number;
  formatTick: (value: number) => string;
}

/** Grid lines with their numbers, and the time below. */
export function PlotAxes({ x, y, width, height, formatTick }: PlotAxesProps) {
  const ticks = x.ticks(Math.max(2, Math.floor(width / TICK_X_PX)));
  const tickStep = (ticks[1]?.getTime() ?? 0) - (ticks[0]?.getTime() ?? 0);
  return (
    <g className="text-2xs">
      {y.ticks(TICKS_Y).map((value) => (
        <g key={value} transform={`translate(0 ${Math.round(y(value)) + 0.5})`}>
          <line x2={width} className="stroke-line" strokeDasharray={value === 0 ? undefined : '2 3'} />
          <text x={-8} dy="0.32em" textAnchor="end" className="fill-subtle tabular">
            {formatTick(value)}
          </text>
        </g>
      ))}
      {ticks.map((at) => {
        const left = x(at);
        return left < EDGE_PX - 8 || left > width - EDGE_PX + 8 ? null : (
          <text key={at.getTime()} x={left} y={height + 15} textAnchor="middle" className="fill-subtle tabular">
            {tickText(at.getTime(), tickStep)}
          </text>
        );
      })}
    </g>
  );
}
