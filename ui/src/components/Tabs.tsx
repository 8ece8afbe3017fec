import { Tabs as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cx } from '../app/cx';

/** Tabs, TabList, Tab and TabPanel: views of the same thing; arrow keys move between them. */
export const Tabs = Radix.Root;

export function TabList({ className, ...rest }: ComponentProps<typeof Radix.List>) {
  return <Radix.List {...rest} className={cx('flex min-w-0 shrink-0 items-stretch gap-5 overflow-x-auto border-b border-line [scrollbar-width:none]', className)} />;
}

export function Tab({ className, ...rest }: ComponentProps<typeof Radix.Trigger>) {
  return (
    <Radix.Trigger
      {...rest}
      className={cx(
        'relative inline-flex h-9 shrink-0 items-center gap-1.5 whitespace-nowrap text-sm text-muted transition-colors duration-100 hover:text-fg -outline-offset-2!',
        'after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 after:bg-transparent',
        'data-[state=active]:font-medium data-[state=active]:text-fg data-[state=active]:after:bg-accent',
        className,
      )}
    />
  );
}

export const TabPanel = Radix.Content;
