import { type ReactNode, useId } from 'react';
import { cx } from '../app/cx';

interface SectionProps {
  title: string;
  /** At the right edge of its head. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A framed part of a page, with its name at the top. */
export function Section({ title, aside, className, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cx('overflow-hidden rounded-lg border border-line bg-surface', className)}>
      <header className="flex h-10 items-center justify-between gap-3 border-b border-line px-3.5">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
