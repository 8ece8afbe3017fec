import type { TimeSeries } from './chartTypes';
import { pieceText } from './timeText';

/** A longer table is no help to anybody; what is left out is said. */
const MAX_ROWS = 500;

interface ChartTableProps {
  label: string;
  data: TimeSeries;
  format: (value: number) => string;
  height: number;
}

/** The numbers of a chart for who does not see it, or wants to read them: newest first. */
export function ChartTable({ label, data, format, height }: ChartTableProps) {
  const { times, step, series } = data;
  const rows = times.map((time, index) => ({ time, index })).toReversed();
  return (
    // scrolls, so the keyboard has to reach it
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="overflow-auto rounded-md border border-line" style={{ maxHeight: height }} tabIndex={0} role="region" aria-label={`${label}, table`}>
      <table className="w-full border-collapse text-xs">
        <caption className="sr-only">{label}</caption>
        <thead className="sticky top-0 bg-sunken">
          <tr>
            <th scope="col" className="px-2.5 py-1.5 text-left font-medium whitespace-nowrap">
              Time
            </th>
            {series.map(({ id, label: name }) => (
              <th key={id} scope="col" className="px-2.5 py-1.5 text-right font-medium whitespace-nowrap">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MAX_ROWS).map(({ time, index }) => (
            <tr key={time} className="border-t border-line">
              <th scope="row" className="px-2.5 py-1 text-left font-normal whitespace-nowrap text-muted">
                {pieceText(time, step)}
              </th>
              {series.map(({ id, values }) => {
                const value = values[index] ?? null;
                return (
                  <td key={id} className="tabular px-2.5 py-1 text-right whitespace-nowrap">
                    {value === null ? '—' : format(value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MAX_ROWS && <p className="px-2.5 py-1.5 text-2xs text-subtle">The newest {MAX_ROWS} of {rows.length}.</p>}
    </div>
  );
}
