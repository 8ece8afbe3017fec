import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { MemberRecord, WorkspaceRecord } from '../../../api/contract';
import { Badge } from '../../../components/Badge';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { RelativeTime } from '../../../components/RelativeTime';
import { Section } from '../../../components/Section';
import { Confirm } from '../kit/Confirm';
import { Loaded } from '../kit/Loaded';
import { type Column, Table } from '../kit/Table';
import { UserName } from '../names';
import { membersQuery, usersQuery } from '../queries';
import { useChange } from '../useChange';
import { MemberForm } from './MemberForm';

/** Who belongs to a workspace, why, and what they may do there. */
export function Members({ workspace }: { workspace: WorkspaceRecord }) {
  const members = useQuery(membersQuery(workspace.id));
  const users = useQuery(usersQuery);
  const [form, setForm] = useState<{ user: string | null } | null>(null);
  const [leaving, setLeaving] = useState<MemberRecord | null>(null);
  const remove = useChange<unknown, { user_ids: string[] }>(`/api/v1/workspaces/${workspace.id}/members/remove`, 'POST');
  const sourceOf = (user: string) => users.data?.find(({ id }) => id === user)?.workspaces.find(({ workspace_id }) => workspace_id === workspace.id)?.source;
  const columns = columnsOf({ sourceOf, change: (member) => setForm({ user: member.user_id }), remove: setLeaving });
  const add = (
    <Button size="sm" icon={<UserPlus size={12} aria-hidden />} onClick={() => setForm({ user: null })}>
      Add
    </Button>
  );
  return (
    <Section title="Members" aside={add}>
      <Loaded what="members" query={members}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title="No members" action={add}>
              Members see the traces of this workspace and make keys in it; administrators of it also change it.
            </EmptyState>
          ) : (
            <Table label="Members" columns={columns} rows={all} rowKey={({ id }) => id} />
          )
        }
      </Loaded>
      {form && <MemberForm workspace={workspace} user={form.user} onClose={() => setForm(null)} />}
      {leaving && (
        <Confirm
          title="Remove from the workspace?"
          action="Remove"
          failed="Nobody was removed"
          change={remove}
          onConfirm={() => remove.mutate({ user_ids: [leaving.user_id] }, { onSuccess: () => setLeaving(null) })}
          onClose={() => setLeaving(null)}
        >
          <UserName id={leaving.user_id} /> no longer sees “{workspace.name}”, from the next request on. Keys that were made stay as they are.
        </Confirm>
      )}
    </Section>
  );
}

const SOURCES: Record<string, string> = { hand: 'added by hand', group: 'through a group', organization: 'everybody belongs here' };

interface Rows {
  sourceOf: (user: string) => string | undefined;
  change: (member: MemberRecord) => void;
  remove: (member: MemberRecord) => void;
}

function columnsOf({ sourceOf, change, remove }: Rows): readonly Column<MemberRecord>[] {
  return [
    { id: 'user', header: 'User', grows: true, cell: ({ user_id }) => <UserName id={user_id} /> },
    { id: 'role', header: 'Role', cell: ({ role }) => <Badge tone={role === 'admin' ? 'accent' : 'neutral'}>{role}</Badge> },
    { id: 'source', header: 'Because', from: 'sm', cell: ({ user_id }) => <span className="text-muted">{SOURCES[sourceOf(user_id) ?? ''] ?? ''}</span> },
    { id: 'since', header: 'Since', from: 'lg', cell: ({ created_at }) => <RelativeTime value={created_at} className="text-muted" /> },
    {
      id: 'actions',
      header: 'Actions',
      hidesHeader: true,
      align: 'right',
      cell: (member) => (
        <span className="inline-flex gap-1">
          <Button size="sm" variant="ghost" onClick={() => change(member)}>
            Role
          </Button>
          {sourceOf(member.user_id) === 'hand' && (
            <Button size="sm" variant="ghost" onClick={() => remove(member)}>
              Remove
            </Button>
          )}
        </span>
      ),
    },
  ];
}
