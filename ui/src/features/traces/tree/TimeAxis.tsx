import type { TimeScale } from './timeScale';

/** Labels of the time axis above the bars. */
export function TimeAxis({ scale }: { scale: TimeScale }) {
  return (
    <div className="relative h-full min-w-0 overflow-hidden" aria-hidden>
      {scale.ticks.map((tick) => (
        <span key={tick.at} className="tabular absolute top-0 flex h-full items-center border-l border-line pl-1 text-2xs whitespace-nowrap text-subtle" style={{ left: `${tick.at}%` }}>
          {tick.label}
        </span>
      ))}
    </div>
  );
}

/** The same ticks as hairlines behind the bars, once for all rows. */
export function TimeGrid({ scale }: { scale: TimeScale }) {
  return scale.ticks.map((tick) => <span key={tick.at} className="absolute inset-y-0 w-px bg-line" style={{ left: `${tick.at}%` }} />);
}
