import { cx } from '../../app/cx';
import type { ChartSeries } from './chartTypes';
import { SeriesMark } from './SeriesMark';
import { colorsOf } from './seriesColors';

interface ChartLegendProps {
  label: string;
  series: readonly ChartSeries[];
  hidden: ReadonlySet<string>;
  onHiddenChange: (hidden: ReadonlySet<string>) => void;
}

/** What each colour is. A click hides a series or shows it again, with Shift it leaves that one alone. */
export function ChartLegend({ label, series, hidden, onHiddenChange }: ChartLegendProps) {
  const looks = colorsOf(series);
  const toggle = (id: string) => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    onHiddenChange(next);
  };
  const isolate = (id: string) => {
    const others = series.map((each) => each.id).filter((other) => other !== id);
    const isAlone = others.every((other) => hidden.has(other));
    onHiddenChange(new Set(isAlone ? [] : others));
  };
  return (
    <ul aria-label={`Series of ${label}`} className="flex min-w-0 flex-wrap gap-x-1 gap-y-0.5">
      {series.map(({ id, label: name, summary }) => {
        const isShown = !hidden.has(id);
        const { stroke, dash } = looks.get(id) ?? { stroke: 'currentColor', dash: undefined };
        return (
          <li key={id} className="min-w-0 max-w-full">
            <button
              type="button"
              aria-pressed={isShown}
              title={`${name}: click hides or shows, Shift + click shows it alone`}
              onClick={(event) => (event.shiftKey ? isolate(id) : toggle(id))}
              className={cx('flex h-6 max-w-full items-center gap-1.5 rounded-sm px-1.5 text-xs text-muted hover:bg-hover hover:text-fg', !isShown && 'line-through opacity-70')}
            >
              <SeriesMark stroke={isShown ? stroke : 'var(--color-line-strong)'} dash={dash} />
              <span className="truncate">{name}</span>
              {summary && <span className="tabular text-fg">{summary}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
