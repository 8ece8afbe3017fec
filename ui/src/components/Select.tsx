import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from '../app/cx';

interface SelectProps extends Omit<ComponentProps<'select'>, 'size'> {
  options: readonly { value: string; label: string }[];
}

/** The browser's own select in our dress: Radix's writes a style element the content security policy refuses. */
export function Select({ options, className, ...rest }: SelectProps) {
  return (
    <span className={cx('relative inline-flex min-w-0', className)}>
      <select {...rest} className="h-8 w-full min-w-0 appearance-none truncate rounded-md border border-line-strong bg-surface pr-8 pl-2.5 text-sm hover:bg-hover">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={14} className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-subtle" aria-hidden />
    </span>
  );
}
