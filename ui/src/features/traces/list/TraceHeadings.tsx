import { AT_4XL, AT_5XL, AT_WIDE, LIST_COLUMNS } from './traceColumns';

/** Names of the columns; rows say them themselves to screen readers. */
export function TraceHeadings() {
  return (
    <div aria-hidden className={`${LIST_COLUMNS} h-7 shrink-0 border-b border-line overflow-hidden bg-surface px-4 text-2xs text-subtle [scrollbar-gutter:stable] [scrollbar-width:thin]`}>
      <span />
      <span>Received</span>
      <span>Name</span>
      <span className="grid min-w-0 grid-cols-2 gap-x-3">
        <span>Input</span>
        <span>Output</span>
      </span>
      <span className={AT_WIDE}>Project</span>
      <span className={AT_4XL}>Model</span>
      <span className={AT_WIDE}>Provider</span>
      <span className={`${AT_5XL} text-right`}>Tokens</span>
      <span className={`${AT_4XL} text-right`}>Cost</span>
      <span className="text-right">Latency</span>
      <span className={`${AT_5XL} text-right`}>Spans</span>
    </div>
  );
}
