import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../../../app/cx';

interface PartProps {
  title: ReactNode;
  /** Beside the title, seen while it is closed too. */
  note?: ReactNode;
  isOpen?: boolean;
  className?: string;
  children: ReactNode;
}

/** A part that opens and closes by its title. */
export function Part({ title, note, isOpen = false, className, children }: PartProps) {
  return (
    <details open={isOpen} className={cx('group/part min-w-0', className)}>
      <summary className="flex h-7 cursor-pointer list-none items-center gap-1.5 rounded-sm text-xs text-muted select-none hover:text-fg [&::-webkit-details-marker]:hidden">
        <ChevronRight size={12} className="shrink-0 transition-transform duration-100 group-open/part:rotate-90" aria-hidden />
        <span className="shrink-0 font-medium">{title}</span>
        {note && <span className="min-w-0 truncate text-subtle">{note}</span>}
      </summary>
      <div className="pt-1 pb-2">{children}</div>
    </details>
  );
}
