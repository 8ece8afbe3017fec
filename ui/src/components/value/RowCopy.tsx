import { Check, Copy, type LucideIcon, X } from 'lucide-react';
import { useCopy } from '../useCopy';

interface RowCopyProps {
  text: () => string;
  label: string;
  icon?: LucideIcon;
}

/** A copy button for rows by the hundred: without the tooltip's listeners, and there only while its row has the pointer or the focus. */
export function RowCopy({ text, label, icon = Copy }: RowCopyProps) {
  const { state, copy } = useCopy();
  const Icon = state === 'copied' ? Check : state === 'failed' ? X : icon;
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      onClick={() => void copy(text())}
      className="inline-flex size-5 items-center justify-center rounded-sm text-muted hover:bg-hover hover:text-fg"
    >
      <Icon size={12} aria-hidden />
    </button>
  );
}
