import type { ScaleLinear, ScaleTime } from 'd3-scale';
import { valueTicks, withRoom } from './axisTicks';
import type { DrawnSeries } from './chartTypes';
import { tickText } from './timeText';

const TICK_X_PX = 72;

interface PlotAxesProps {
  x: ScaleTime<number, number>;
  y: ScaleLinear<number, number>;
  drawn: readonly DrawnSeries[];
  width: number;
  height: number;
  formatTick: (value: number) => string;
}

/** Grid lines with their numbers, and the time below. */
export function PlotAxes({ x, y, drawn, width, height, formatTick }: PlotAxesProps) {
  const times = x.ticks(Math.max(2, Math.floor(width / TICK_X_PX)));
  const tickStep = (times[1]?.getTime() ?? 0) - (times[0]?.getTime() ?? 0);
  const ticks = withRoom(times.map((at) => ({ left: x(at), text: tickText(at.getTime(), tickStep), isMain: at.getDate() === 1 && at.getHours() === 0 })), width);
  return (
    <g className="text-2xs">
      {valueTicks(y, drawn, formatTick).map(({ value, text }) => (
        <g key={value} transform={`translate(0 ${Math.round(y(value)) + 0.5})`}>
          <line x2={width} className="stroke-line" strokeDasharray={value === 0 ? undefined : '2 3'} />
          <text x={-8} dy="0.32em" textAnchor="end" className="fill-subtle tabular">
            {text}
          </text>
        </g>
      ))}
      {ticks.map(({ left, text }) => (
        <text key={left} x={left} y={height + 15} textAnchor="middle" className="fill-subtle tabular">
          {text}
        </text>
      ))}
    </g>
  );
}
