import { useState } from 'react';
import type { UserRecord } from '../../../api/contract';
import { Badge } from '../../../components/Badge';
import { Button } from '../../../components/Button';
import { RelativeTime } from '../../../components/RelativeTime';
import { Confirm } from '../kit/Confirm';
import { type Column, Table } from '../kit/Table';
import { WorkspaceName } from '../names';
import { useChange } from '../useChange';
import { UserForm } from './UserForm';

/** The users of the installation. */
export function UserTable({ users }: { users: readonly UserRecord[] }) {
  const [edited, setEdited] = useState<UserRecord | null>(null);
  const [asked, setAsked] = useState<UserRecord | null>(null);
  const change = useChange<unknown, { user: string; disabled: boolean }>(({ user }) => `/api/weir/users/${encodeURIComponent(user)}`, 'PATCH');
  const columns = columnsOf(setEdited, (user) => (user.disabled ? change.mutate({ user: user.id, disabled: false }) : setAsked(user)));
  return (
    <>
      <Table label="Users" columns={columns} rows={users} rowKey={({ id }) => id} isOff={({ disabled }) => disabled} />
      {edited && <UserForm of={edited} onClose={() => setEdited(null)} />}
      {asked && (
        <Confirm
          title={`Keep ${asked.email} out?`}
          action="Keep out"
          failed="The user was not kept out"
          change={change}
          onConfirm={() => change.mutate({ user: asked.id, disabled: true }, { onSuccess: () => setAsked(null) })}
          onClose={() => setAsked(null)}
        >
          Their sessions end and the keys they made are disabled, at once. Letting them in again does not enable the keys again.
        </Confirm>
      )}
    </>
  );
}

function columnsOf(edit: (user: UserRecord) => void, toggle: (user: UserRecord) => void): readonly Column<UserRecord>[] {
  return [
    { id: 'email', header: 'Address', grows: true, cell: ({ email }) => <span className="font-medium">{email}</span> },
    { id: 'name', header: 'Name', from: 'sm', cell: ({ first_name, last_name }) => [first_name, last_name].filter(Boolean).join(' ') },
    { id: 'role', header: 'Role', from: 'sm', cell: ({ role }) => <Badge tone={role === 'org:admin' ? 'accent' : 'neutral'}>{role === 'org:admin' ? 'administrator' : 'member'}</Badge> },
    {
      id: 'workspaces',
      header: 'Workspaces',
      from: 'lg',
      cell: ({ workspaces }) => (
        <span className="text-muted">
          {workspaces.map(({ workspace_id }, index) => (
            <span key={workspace_id}>
              {index > 0 && ', '}
              <WorkspaceName id={workspace_id} />
            </span>
          ))}
        </span>
      ),
    },
    { id: 'state', header: 'State', from: 'sm', cell: ({ disabled }) => <Badge tone={disabled ? 'neutral' : 'success'}>{disabled ? 'kept out' : 'let in'}</Badge> },
    { id: 'since', header: 'Since', from: 'xl', align: 'right', cell: ({ created_at }) => <RelativeTime value={created_at} className="text-muted" /> },
    {
      id: 'actions',
      header: 'Actions',
      hidesHeader: true,
      align: 'right',
      cell: (user) => (
        <span className="inline-flex gap-1">
          <Button size="sm" variant="ghost" onClick={() => edit(user)} aria-label={`Edit ${user.email}`}>
            Edit
          </Button>
          <Button
            size="sm"
            variant="ghost"
            aria-label={user.disabled ? `Let in ${user.email}` : `Keep out ${user.email}`}
            onClick={() => toggle(user)}
          >
            {user.disabled ? 'Let in' : 'Keep out'}
          </Button>
        </span>
      ),
    },
  ];
}
