import type { ComponentProps } from 'react';
import { cx } from '../app/cx';

/** Lines to type in. It needs a label: an aria-label, or a label with its id. */
export function TextArea({ mono = false, className, ...rest }: ComponentProps<'textarea'> & { mono?: boolean }) {
  return (
    <textarea
      {...rest}
      className={cx(
        'w-full min-w-0 resize-y rounded-md border border-line-strong bg-surface px-2.5 py-2 leading-relaxed transition-colors duration-100 aria-[invalid=true]:border-danger',
        'focus:border-accent focus:outline-2 focus:-outline-offset-1 focus:outline-accent',
        mono ? 'font-mono text-xs' : 'text-sm',
        className,
      )}
    />
  );
}
