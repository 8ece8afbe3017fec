import { cx } from '../app/cx';

interface SegmentsProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

/** A choice of a few, all in view. */
export function Segments<Value extends string>({ label, value, options, onChange }: SegmentsProps<Value>) {
  return (
    <div role="group" aria-label={label} className="inline-flex h-8 items-center rounded-md border border-line bg-sunken p-0.5">
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className={cx('h-full rounded-sm px-2.5 text-xs', option.value === value ? 'bg-raised font-medium text-fg outline outline-line' : 'text-muted hover:text-fg')}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
