import { Check, Copy, X } from 'lucide-react';
import { Button, type ButtonSize, type ButtonVariant } from './Button';
import { IconButton } from './IconButton';
import { useCopy } from './useCopy';

interface CopyButtonProps {
  /** The text, or how to get it when it is long to make. */
  text: string | (() => string);
  /** What is copied, as in "Copy key". */
  label?: string;
  /** Shows this text beside the icon. */
  children?: string;
  size?: ButtonSize;
  variant?: ButtonVariant;
  className?: string;
}

const ICONS = { idle: Copy, copied: Check, failed: X };
const SAID = { idle: '', copied: 'Copied', failed: 'The browser refused to copy' };

/** Copies a text and says so. */
export function CopyButton({ text, label = 'Copy', children, size = 'sm', variant = 'ghost', className }: CopyButtonProps) {
  const { state, copy } = useCopy();
  const Icon = ICONS[state];
  const icon = <Icon size={14} className={state === 'copied' ? 'text-success' : state === 'failed' ? 'text-danger' : undefined} aria-hidden />;
  const run = () => void copy(typeof text === 'string' ? text : text());
  return (
    <>
      {children ? (
        // the fuller name, where it says the visible one first
        <Button size={size} variant={variant} icon={icon} onClick={run} className={className} aria-label={state !== 'copied' && label.startsWith(children) ? label : undefined}>
          {state === 'copied' ? 'Copied' : children}
        </Button>
      ) : (
        <IconButton size={size} label={label} icon={icon} onClick={run} className={className} />
      )}
      <span aria-live="polite" className="sr-only">
        {SAID[state]}
      </span>
    </>
  );
}
