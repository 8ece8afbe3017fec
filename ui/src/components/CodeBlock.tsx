import type { ReactNode } from 'react';
import { cx } from '../app/cx';
import { CopyButton } from './CopyButton';

interface CodeBlockProps {
  /** What is copied, and shown unless `children` shows it in another way (masked, highlighted). */
  code: string;
  /** What it is, for screen readers and the copy button: "Python snippet". */
  label: string;
  children?: ReactNode;
  wrap?: boolean;
  /** More buttons beside the copy button. */
  actions?: ReactNode;
  className?: string;
}

/** Text in the fixed-width face, with a copy button. */
export function CodeBlock({ code, label, children, wrap = false, actions, className }: CodeBlockProps) {
  return (
    <div className={cx('group relative min-w-0 rounded-md border border-line bg-sunken', className)}>
      <pre
        // scrolls sideways, so the keyboard has to reach it
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={label}
        role="region"
        className={cx('m-0 overflow-x-auto py-3 pr-20 pl-3.5 text-xs leading-[1.6]', wrap && 'whitespace-pre-wrap break-words')}
      >
        <code>{children ?? code}</code>
      </pre>
      <div className="absolute top-1.5 right-1.5 flex items-center gap-0.5 rounded-md bg-sunken">
        {actions}
        <CopyButton text={code} label={`Copy ${label}`} />
      </div>
    </div>
  );
}
