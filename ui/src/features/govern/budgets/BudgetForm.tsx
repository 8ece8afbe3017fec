import { useState } from 'react';
import type { BudgetRecord, WorkspaceRecord } from '../../../api/contract';
import { TextField } from '../../../components/TextField';
import { errorOf, otherError } from '../kit/fieldErrors';
import { FormDialog } from '../kit/FormDialog';
import { SelectField } from '../kit/SelectField';
import { useChange } from '../useChange';

const INTERVALS = [
  { value: 'daily', label: 'a day' },
  { value: 'weekly', label: 'a week, from Monday' },
  { value: 'monthly', label: 'a month' },
  { value: 'lifetime', label: 'in all, never anew' },
];

interface BudgetFormProps {
  workspace: WorkspaceRecord | null;
  /** For a new budget. */
  workspaces?: readonly WorkspaceRecord[];
  budget: BudgetRecord | null;
  onClose: () => void;
}

/** Sets what a workspace may spend in a window; in force from the next request on. */
export function BudgetForm({ workspace, workspaces = [], budget, onClose }: BudgetFormProps) {
  const [chosen, setChosen] = useState(workspace?.id ?? workspaces[0]?.id ?? '');
  const [interval, setInterval] = useState(budget ? (budget.reset_interval ?? 'lifetime') : 'monthly');
  const [limit, setLimit] = useState(budget?.limit_usd.toString() ?? '');
  const save = useChange<unknown, { limit_usd: unknown }>(`/api/v1/workspaces/${chosen}/budgets/${interval}`, 'PUT');
  return (
    <FormDialog
      title={budget ? `Budget of “${workspace?.name ?? ''}”` : 'New budget'}
      description="Requests that could go past it are refused before anything is sent. A longer window must allow more than a shorter one."
      action={budget ? 'Save' : 'Set budget'}
      failed="The budget was not set"
      pending={save.isPending}
      error={otherError(save.error, ['limit_usd'])}
      disabled={limit.trim() === '' || chosen === ''}
      onClose={onClose}
      onSubmit={() => save.mutate({ limit_usd: Number.isNaN(Number(limit)) ? limit : Number(limit) }, { onSuccess: onClose })}
    >
      {budget === null && (
        <SelectField label="Workspace" value={chosen} options={workspaces.map(({ id, name }) => ({ value: id, label: name }))} onChange={(event) => setChosen(event.target.value)} />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="US dollars"
          inputMode="decimal"
          autoComplete="off"
          value={limit}
          onChange={(event) => setLimit(event.target.value)}
          error={errorOf(save.error, 'limit_usd')}
        />
        <SelectField
          label="It counts"
          value={interval}
          disabled={budget !== null}
          options={INTERVALS}
          onChange={(event) => setInterval(event.target.value)}
          hint={budget ? 'Another window is another budget.' : 'One that is there already is replaced.'}
        />
      </div>
    </FormDialog>
  );
}
