import type { ReactNode } from 'react';

/** A number with its name, for the top of a page. */
export function Fact({ label, hint, children }: { label: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0 rounded-lg border border-line bg-surface px-4 py-3">
      <dt className="text-xs text-subtle">{label}</dt>
      <dd className="tabular mt-0.5 truncate text-xl font-semibold">{children}</dd>
      {hint && <dd className="mt-0.5 text-xs text-balance text-muted">{hint}</dd>}
    </div>
  );
}

export function Facts({ label, children }: { label: string; children: ReactNode }) {
  return (
    <dl aria-label={label} className="grid gap-3 sm:auto-cols-fr sm:grid-flow-col max-sm:grid-cols-2 max-sm:[&>:last-child:nth-child(odd)]:col-span-2">
      {children}
    </dl>
  );
}
