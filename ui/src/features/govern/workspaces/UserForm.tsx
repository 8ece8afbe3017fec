import { useState } from 'react';
import type { UserRecord } from '../../../api/contract';
import { TextField } from '../../../components/TextField';
import { errorOf, otherError } from '../kit/fieldErrors';
import { FormDialog } from '../kit/FormDialog';
import { SelectField } from '../kit/SelectField';
import { useChange } from '../useChange';

const ROLES = [
  { value: 'org:member', label: 'member: what workspaces allow' },
  { value: 'org:admin', label: 'administrator: everything but calling models' },
];

/** Makes a user, or changes one. */
export function UserForm({ of, onClose }: { of: UserRecord | null; onClose: () => void }) {
  const [email, setEmail] = useState(of?.email ?? '');
  const [first, setFirst] = useState(of?.first_name ?? '');
  const [last, setLast] = useState(of?.last_name ?? '');
  const [role, setRole] = useState(of?.role ?? 'org:member');
  const save = useChange<unknown, Record<string, unknown>>(of ? `/api/weir/users/${encodeURIComponent(of.id)}` : '/api/weir/users', of ? 'PATCH' : 'POST');
  const submit = () =>
    save.mutate({ email: email.trim(), first_name: first.trim() === '' ? null : first.trim(), last_name: last.trim() === '' ? null : last.trim(), role }, { onSuccess: onClose });
  return (
    <FormDialog
      title={of ? `Edit ${of.email}` : 'New user'}
      description={of ? undefined : 'Users sign in through the identity provider by this address.'}
      action={of ? 'Save' : 'Create user'}
      failed={of ? 'The user was not changed' : 'The user was not created'}
      pending={save.isPending}
      error={otherError(save.error, ['email', 'role'])}
      disabled={email.trim() === ''}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField label="Address" type="text" inputMode="email" autoComplete="off" value={email} onChange={(event) => setEmail(event.target.value)} error={errorOf(save.error, 'email')} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label="First name" autoComplete="off" value={first} onChange={(event) => setFirst(event.target.value)} />
        <TextField label="Last name" autoComplete="off" value={last} onChange={(event) => setLast(event.target.value)} />
      </div>
      <SelectField label="Role" value={role} options={ROLES} onChange={(event) => setRole(event.target.value)} error={errorOf(save.error, 'role')} />
    </FormDialog>
  );
}
