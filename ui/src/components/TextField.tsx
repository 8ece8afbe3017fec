import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Input, type InputProps } from './Input';

export interface TextFieldProps extends InputProps {
  label: string;
  hint?: ReactNode;
  /** Says what is wrong; announced when it appears. */
  error?: string | undefined;
}

/** An input with its label, hint and error, tied together. */
export function TextField({ label, hint, error, className, id, ...rest }: TextFieldProps) {
  const ownId = useId();
  const inputId = id ?? ownId;
  const hintId = `${inputId}-hint`;
  const errorId = `${inputId}-error`;
  return (
    <div className={className}>
      <label htmlFor={inputId} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <Input id={inputId} aria-invalid={error ? true : undefined} aria-describedby={[hint && hintId, error && errorId].filter(Boolean).join(' ') || undefined} {...rest} />
      <div id={errorId} role="alert">
        {error && (
          <span className="mt-1.5 flex items-start gap-1.5 text-sm text-danger">
            <CircleAlert size={14} className="mt-[3px] shrink-0" aria-hidden />
            <span className="min-w-0 break-words">{error}</span>
          </span>
        )}
      </div>
      {hint && (
        <p id={hintId} className="mt-1.5 text-xs text-subtle">
          {hint}
        </p>
      )}
    </div>
  );
}
