import { type ReactNode, useId } from 'react';
import { cx } from '../app/cx';

interface FieldProps {
  label: string;
  className?: string;
  /** The control, with the id that ties the label to it. */
  children: (id: string) => ReactNode;
}

/** A control of any kind with its label; for a line of text see TextField. */
export function Field({ label, className, children }: FieldProps) {
  const id = useId();
  return (
    <div className={cx('min-w-0', className)}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
