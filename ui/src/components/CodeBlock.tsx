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
  /** False when a copy button stands elsewhere. */
  copyable?: boolean;
  className?: string;
}

/** Text in the fixed-width face, with a copy button. */
export function CodeBlock({ code, label, children, wrap = false, copyable = true, className }: CodeBlockProps) {
  return (
    <div className={cx('relative min-w-0 rounded-md border border-line bg-sunken', className)}>
      <pre
        // scrolls sideways, so the keyboard has to reach it
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={label}
        role="group"
        className={cx('m-0 overflow-x-auto py-3 pl-3.5 text-xs leading-[1.6]', copyable ? 'pr-12' : 'pr-3.5', wrap && 'break-words whitespace-pre-wrap')}
      >
        <code>{children ?? code}</code>
      </pre>
      {copyable && <CopyButton text={code} label={`Copy ${label}`} className="absolute top-1.5 right-1.5 bg-sunken" />}
    </div>
  );
}
