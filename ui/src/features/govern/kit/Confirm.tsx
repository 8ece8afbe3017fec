import type { ReactNode } from 'react';
import { FormDialog } from './FormDialog';

interface ConfirmProps {
  title: string;
  /** What will happen, and what will not come back. */
  children: ReactNode;
  action: string;
  failed: string;
  /** The change that is asked about; its state and its error are shown. */
  change: { isPending: boolean; error: Error | null };
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something goes for good. */
export function Confirm({ title, children, action, failed, change, onConfirm, onClose }: ConfirmProps) {
  return (
    <FormDialog title={title} action={action} tone="danger" size="sm" failed={failed} pending={change.isPending} error={change.error} onClose={onClose} onSubmit={onConfirm}>
      <div className="text-muted">{children}</div>
    </FormDialog>
  );
}
