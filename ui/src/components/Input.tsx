import type { ComponentProps, ReactNode } from 'react';
import { cx } from '../app/cx';

export interface InputProps extends Omit<ComponentProps<'input'>, 'size'> {
  size?: 'md' | 'lg';
  icon?: ReactNode;
  /** Buttons or marks inside its right edge. */
  trailing?: ReactNode;
  mono?: boolean;
}

/** A line to type in. It needs a label: use TextField, or an aria-label. */
export function Input({ size = 'md', icon, trailing, mono = false, className, ...rest }: InputProps) {
  return (
    <span
      className={cx(
        'flex min-w-0 items-center gap-2 rounded-md border border-line-strong bg-surface px-2.5 transition-colors duration-100',
        'focus-within:border-accent focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-accent',
        'has-[[aria-invalid=true]]:border-danger has-disabled:opacity-60',
        size === 'lg' ? 'h-10' : 'h-8',
        className,
      )}
    >
      {icon && <span className="flex shrink-0 text-subtle">{icon}</span>}
      <input {...rest} className={cx('h-full min-w-0 flex-1 bg-transparent outline-none', mono ? 'font-mono text-xs' : 'text-sm')} />
      {trailing}
    </span>
  );
}
