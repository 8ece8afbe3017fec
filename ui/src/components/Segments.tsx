import type { ReactNode } from 'react';
import { cx } from '../app/cx';

interface SegmentsProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: ReactNode }[];
  onChange: (value: Value) => void;
}

/** A few choices side by side, one of them pressed. */
export function Segments<Value extends string>({ label, value, options, onChange }: SegmentsProps<Value>) {
  return (
    <div role="group" aria-label={label} className="inline-flex h-8 shrink-0 items-center rounded-md border border-line bg-sunken p-0.5">
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className={cx('h-full rounded-sm px-2.5 text-xs whitespace-nowrap', option.value === value ? 'bg-raised font-medium text-fg outline outline-line' : 'text-muted hover:text-fg')}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
