import { type ReactNode, useState } from 'react';
import { formatCount } from '../../../app/format';

const LENGTH = 1500;
const LINES = 18;

/** Keeps a long text from pushing the rest out of view until the reader wants it. */
export function Clamp({ text, children }: { text: string; children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  const isLong = text.length > LENGTH || text.split('\n', LINES + 1).length > LINES;
  if (!isLong) return children;
  return (
    <div>
      <div className={isOpen ? undefined : 'max-h-64 overflow-hidden [mask-image:linear-gradient(to_bottom,black_75%,transparent)]'} inert={!isOpen}>
        {children}
      </div>
      <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)} className="mt-1 text-xs font-medium text-accent hover:underline">
        {isOpen ? 'Show less' : `Show more (${formatCount(text.length)} characters)`}
      </button>
    </div>
  );
}
