import type { ReactNode } from 'react';

/** What scrolls below a page's header. */
export function PageBody({ children }: { children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard has to reach it
    <div tabIndex={0} role="group" aria-label="Content" className="min-h-0 flex-1 overflow-y-auto -outline-offset-2! [scrollbar-width:thin]">
      <div className="mx-auto flex max-w-7xl flex-col gap-5 px-4 py-5 lg:px-6">{children}</div>
    </div>
  );
}
