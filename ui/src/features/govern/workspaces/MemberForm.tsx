import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WorkspaceRecord } from '../../../api/contract';
import { FormDialog } from '../kit/FormDialog';
import { SelectField } from '../kit/SelectField';
import { usersQuery } from '../queries';
import { useChange } from '../useChange';

const ROLES = [
  { value: 'member', label: 'member: sees it and makes keys in it' },
  { value: 'admin', label: 'admin: also changes it and its keys' },
];

interface MemberFormProps {
  workspace: WorkspaceRecord;
  /** Whose role changes; null adds somebody. */
  user: string | null;
  onClose: () => void;
}

/** Gives a user a role in a workspace. */
export function MemberForm({ workspace, user, onClose }: MemberFormProps) {
  const users = useQuery(usersQuery);
  const [chosen, setChosen] = useState(user ?? '');
  const [role, setRole] = useState('member');
  const save = useChange<unknown, { role: string }>(`/api/weir/users/${encodeURIComponent(chosen)}/workspaces/${workspace.id}`, 'PUT');
  const options = (users.data ?? []).map(({ id, email }) => ({ value: id, label: email }));
  return (
    <FormDialog
      title={user ? 'Role in the workspace' : `Add to “${workspace.name}”`}
      action={user ? 'Save' : 'Add'}
      failed="The membership was not changed"
      pending={save.isPending}
      error={save.error ?? users.error}
      disabled={chosen === ''}
      onClose={onClose}
      onSubmit={() => save.mutate({ role }, { onSuccess: onClose })}
    >
      <SelectField
        label="User"
        value={chosen}
        disabled={user !== null}
        options={[{ value: '', label: 'choose a user' }, ...options]}
        onChange={(event) => setChosen(event.target.value)}
        hint={user === null ? 'Users are made under Members of the organization, or by their first sign-in.' : undefined}
      />
      <SelectField label="Role" value={role} options={ROLES} onChange={(event) => setRole(event.target.value)} />
    </FormDialog>
  );
}
