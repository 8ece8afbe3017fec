import type { WorkspaceRecord } from '../../../api/contract';
import { Confirm } from '../kit/Confirm';
import { useChange } from '../useChange';

interface DeleteWorkspaceProps {
  workspace: WorkspaceRecord;
  onClose: () => void;
  onDeleted: () => void;
}

export function DeleteWorkspace({ workspace, onClose, onDeleted }: DeleteWorkspaceProps) {
  const remove = useChange(`/api/v1/workspaces/${workspace.id}`, 'DELETE');
  return (
    <Confirm
      title={`Delete “${workspace.name}”?`}
      action="Delete workspace"
      failed="The workspace was not deleted"
      change={remove}
      onConfirm={() => remove.mutate(undefined, { onSuccess: onDeleted })}
      onClose={onClose}
    >
      Its budgets, members and guardrail assignments go with it, for good. Its charges stay in the ledger. A workspace that still has keys is not deleted: delete those first.
    </Confirm>
  );
}
