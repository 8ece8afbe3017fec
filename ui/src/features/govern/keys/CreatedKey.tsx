import { TriangleAlert } from 'lucide-react';
import type { CreatedKeyResponse } from '../../../api/contract';
import { Button } from '../../../components/Button';
import { CopyButton } from '../../../components/CopyButton';
import { Dialog } from '../../../components/Dialog';

/** The text of a new key, this once. */
export function CreatedKey({ created, onClose }: { created: CreatedKeyResponse; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`“${created.data.name}” is ready`}
      footer={
        <Button variant="primary" onClick={onClose}>
          I have copied it
        </Button>
      }
    >
      <div className="flex items-center gap-2 rounded-md border border-line-strong bg-surface py-1.5 pr-1.5 pl-3">
        <code data-testid="created-key" className="min-w-0 flex-1 break-all">
          {created.key}
        </code>
        <CopyButton text={created.key} label="Copy key" variant="secondary">
          Copy
        </CopyButton>
      </div>
      <p role="status" className="mt-3 flex items-start gap-2 text-sm text-warning">
        <TriangleAlert size={14} className="mt-[3px] shrink-0" aria-hidden />
        <span>It is shown this once. Weir keeps only its hash: nobody can read it again, and a lost key is replaced by a new one.</span>
      </p>
    </Dialog>
  );
}
