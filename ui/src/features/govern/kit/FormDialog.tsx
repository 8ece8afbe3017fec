import { type FormEvent, type ReactNode, useId } from 'react';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { ErrorState } from '../../../components/ErrorState';

interface FormDialogProps {
  title: string;
  description?: ReactNode;
  /** The button that does it: "Create key". */
  action: string;
  tone?: 'primary' | 'danger';
  pending: boolean;
  /** One that is about none of the fields. */
  error?: Error | null;
  /** What failed, above the error: "The key was not created". */
  failed: string;
  size?: 'sm' | 'md' | 'lg';
  disabled?: boolean;
  onClose: () => void;
  onSubmit: () => void;
  children?: ReactNode;
}

/** A form over the page; Enter sends it, Escape leaves it. */
export function FormDialog({ title, description, action, tone = 'primary', pending, error, failed, size = 'md', disabled = false, onClose, onSubmit, children }: FormDialogProps) {
  const form = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!pending) onSubmit();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      size={size}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} variant={tone} loading={pending} disabled={disabled}>
            {action}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4 pt-1">
        {children}
        {error && <ErrorState inline title={failed} error={error} />}
      </form>
    </Dialog>
  );
}
