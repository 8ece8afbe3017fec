import { cx } from '../../../app/cx';

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

/** One of a few, all in sight. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <div role="group" aria-label={label} className="inline-flex h-7 shrink-0 items-center rounded-md border border-line bg-sunken p-0.5">
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className={cx('h-full rounded-sm px-2 text-xs whitespace-nowrap', option.value === value ? 'bg-raised font-medium text-fg outline outline-line' : 'text-muted hover:text-fg')}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
