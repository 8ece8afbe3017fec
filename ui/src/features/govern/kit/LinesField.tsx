import { type ReactNode, useId } from 'react';
import { cx } from '../../../app/cx';

interface LinesFieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  placeholder?: string;
  rows?: number;
  value: string;
  onChange: (value: string) => void;
}

/** Several texts, one a line. */
export function LinesField({ label, hint, error, placeholder, rows = 3, value, onChange }: LinesFieldProps) {
  const id = useId();
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <textarea
        id={id}
        rows={rows}
        value={value}
        placeholder={placeholder}
        spellCheck={false}
        aria-invalid={error ? true : undefined}
        aria-describedby={hint || error ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
        className={cx('block w-full resize-y rounded-md border bg-surface px-2.5 py-1.5 font-mono text-xs', error ? 'border-danger' : 'border-line-strong')}
      />
      {(hint || error) && (
        <p id={`${id}-hint`} className={error ? 'mt-1.5 text-sm break-words text-danger' : 'mt-1.5 text-xs text-subtle'}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}

/** The texts of a field; empty lines are none. */
export function linesOf(value: string): string[] {
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
