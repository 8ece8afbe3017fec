import { type ReactNode, useState } from 'react';
import { cx } from '../../../app/cx';
import { formatCount } from '../../../app/format';
import { PLAIN_LENGTH } from '../../../components/value/LongText';

const LENGTH = 1500;
const LINES = 18;
const SHORT = 0.3;

interface ClampProps {
  text: string;
  /** A few lines are enough: instructions that are the same in every call. */
  isShort?: boolean;
  children: ReactNode;
}

/** Keeps a long text from pushing the rest out of view until the reader wants it. */
export function Clamp({ text, isShort = false, children }: ClampProps) {
  const [isOpen, setIsOpen] = useState(false);
  const share = isShort ? SHORT : 1;
  // a text with its own scroll bar does not push anything
  const isLong = text.length <= PLAIN_LENGTH && (text.length > LENGTH * share || text.split('\n', LINES + 1).length > LINES * share);
  if (!isLong) return children;
  return (
    <div>
      <div className={isOpen ? undefined : cx(isShort ? 'max-h-24' : 'max-h-64', 'overflow-hidden [mask-image:linear-gradient(to_bottom,black_70%,transparent)]')} inert={!isOpen}>
        {children}
      </div>
      <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)} className="mt-1 text-xs font-medium text-accent hover:underline">
        {isOpen ? 'Show less' : `Show more (${formatCount(text.length)} characters)`}
      </button>
    </div>
  );
}
