import { type ComponentProps, type ReactNode, useId } from 'react';
import { Select } from '../../../components/Select';

interface SelectFieldProps extends ComponentProps<typeof Select> {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
}

/** A select with its label, hint and error. */
export function SelectField({ label, hint, error, className, ...rest }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <Select id={id} className="w-full" aria-invalid={error ? true : undefined} aria-describedby={hint || error ? `${id}-hint` : undefined} {...rest} />
      {(hint || error) && (
        <p id={`${id}-hint`} className={error ? 'mt-1.5 text-sm text-danger' : 'mt-1.5 text-xs text-subtle'}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}
