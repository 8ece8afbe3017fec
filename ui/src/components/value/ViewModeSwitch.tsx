import { cx } from '../../app/cx';
import { Tooltip } from '../Tooltip';
import { VIEW_MODE_NAMES, VIEW_MODES, type ViewMode } from './viewMode';

/** Markdown, Text, JSON: one of them is pressed. */
export function ViewModeSwitch({ mode, onChange }: { mode: ViewMode; onChange: (mode: ViewMode) => void }) {
  return (
    <Tooltip label="Show as the next of these" keys="m">
      <div role="group" aria-label="Show values as" className="inline-flex h-6 items-center rounded-sm border border-line bg-sunken p-px">
        {VIEW_MODES.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === mode}
            onClick={() => onChange(each)}
            className={cx('h-full rounded-[3px] px-2 text-2xs', each === mode ? 'bg-raised font-medium text-fg outline outline-line' : 'text-muted hover:text-fg')}
          >
            {VIEW_MODE_NAMES[each]}
          </button>
        ))}
      </div>
    </Tooltip>
  );
}
