import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';

interface PageHeaderProps {
  /** The heading; also the document's title unless `documentTitle` says more. */
  title: ReactNode;
  documentTitle?: string;
  /** Beside the title: a count, a badge. */
  meta?: ReactNode;
  /** Before the title: a way back. */
  leading?: ReactNode;
  /** Buttons at the right edge. */
  actions?: ReactNode;
}

/** The top of every page: names the document, and takes the focus when one has navigated here. */
export function PageHeader({ title, documentTitle, meta, leading, actions }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname, key } = useLocation();
  // a change of the query string on the first page is no navigation to another
  const [firstPath] = useState(key === 'default' ? pathname : null);

  useEffect(() => {
    if (pathname !== firstPath) heading.current?.focus({ preventScroll: true });
  }, [pathname, firstPath]);

  return (
    <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-surface px-4 py-1.5">
      <title>{`${documentTitle ?? (typeof title === 'string' ? title : 'Console')} · Weir`}</title>
      {leading}
      <h1 ref={heading} tabIndex={-1} className="min-w-0 truncate text-base font-semibold">
        {title}
      </h1>
      {meta && <div className="flex min-w-0 items-center gap-2 text-sm text-muted">{meta}</div>}
      {/* where the window is narrow, a group of controls has a line of its own; a button stays at the edge */}
      {actions && <div className="flex items-center gap-2 sm:ml-auto max-sm:has-[>div]:w-full max-sm:not-has-[>div]:ml-auto">{actions}</div>}
    </header>
  );
}
