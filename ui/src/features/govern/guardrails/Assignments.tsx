import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { GuardrailRecord } from '../../../api/contract';
import { Button } from '../../../components/Button';
import { Section } from '../../../components/Section';
import { FormDialog } from '../kit/FormDialog';
import { Loaded } from '../kit/Loaded';
import { SelectField } from '../kit/SelectField';
import { UserName } from '../names';
import { keysQuery, usersQuery, workspacesQuery } from '../queries';
import { useChange } from '../useChange';
import { keyAssignmentsQuery, memberAssignmentsQuery } from './assignments';

/** For whom a guardrail is in force. */
export function Assignments({ guardrail }: { guardrail: GuardrailRecord }) {
  const [adding, setAdding] = useState<'key' | 'member' | null>(null);
  const keys = useQuery(keyAssignmentsQuery(guardrail.id));
  const members = useQuery(memberAssignmentsQuery(guardrail.id));
  const path = `/api/v1/guardrails/${guardrail.id}/assignments`;
  const freeKey = useChange<unknown, { key_hashes: string[] }>(`${path}/keys/remove`, 'POST');
  const freeMember = useChange<unknown, { member_user_ids: string[] }>(`${path}/members/remove`, 'POST');
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <Section title="Keys" aside={<Add onClick={() => setAdding('key')} />}>
        <Loaded what="keys" query={keys}>
          {(all) => (
            <List label="Keys" empty="No key has it.">
              {all.map((row) => (
                <Item key={row.id} name={row.key_name} onRemove={() => freeKey.mutate({ key_hashes: [row.key_hash] })}>
                  <Link to={`/keys/${row.key_hash}`} className="hover:text-accent hover:underline">
                    {row.key_name}
                  </Link>
                </Item>
              ))}
            </List>
          )}
        </Loaded>
      </Section>
      <Section title="Members" aside={<Add onClick={() => setAdding('member')} />}>
        <Loaded what="members" query={members}>
          {(all) => (
            <List label="Members" empty="No member has it.">
              {all.map((row) => (
                <Item key={row.id} name={row.user_id} onRemove={() => freeMember.mutate({ member_user_ids: [row.user_id] })}>
                  <UserName id={row.user_id} />
                </Item>
              ))}
            </List>
          )}
        </Loaded>
      </Section>
      {adding === 'key' && <AssignKey path={`${path}/keys`} onClose={() => setAdding(null)} />}
      {adding === 'member' && <AssignMember path={`${path}/members`} onClose={() => setAdding(null)} />}
    </div>
  );
}

function Add({ onClick }: { onClick: () => void }) {
  return (
    <Button size="sm" onClick={onClick}>
      Assign
    </Button>
  );
}

function List({ label, empty, children }: { label: string; empty: string; children: readonly React.ReactNode[] }) {
  if (children.length === 0) return <p className="px-4 py-6 text-center text-muted">{empty}</p>;
  return (
    <ul aria-label={label} className="divide-y divide-line">
      {children}
    </ul>
  );
}

function Item({ name, onRemove, children }: { name: string; onRemove: () => void; children: React.ReactNode }) {
  return (
    <li className="flex h-8 items-center justify-between gap-3 pr-2 pl-4 hover:bg-hover">
      <span className="min-w-0 truncate">{children}</span>
      <Button size="sm" variant="ghost" onClick={onRemove} aria-label={`Take off ${name}`}>
        Take off
      </Button>
    </li>
  );
}

function AssignKey({ path, onClose }: { path: string; onClose: () => void }) {
  const workspaces = useQuery(workspacesQuery);
  const lists = useQueries({ queries: (workspaces.data ?? []).map(({ id }) => keysQuery(id)) });
  const options = lists.flatMap(({ data }) => data ?? []).map(({ hash, name, label }) => ({ value: hash, label: `${name} (${label})` }));
  const assign = useChange<unknown, { key_hashes: string[] }>(path, 'POST');
  return <Assign title="Assign to a key" label="Key" options={options} change={assign} onClose={onClose} onAssign={(hash) => assign.mutate({ key_hashes: [hash] }, { onSuccess: onClose })} />;
}

function AssignMember({ path, onClose }: { path: string; onClose: () => void }) {
  const users = useQuery(usersQuery);
  const options = (users.data ?? []).map(({ id, email }) => ({ value: id, label: email }));
  const assign = useChange<unknown, { member_user_ids: string[] }>(path, 'POST');
  return <Assign title="Assign to a member" label="Member" options={options} change={assign} onClose={onClose} onAssign={(user) => assign.mutate({ member_user_ids: [user] }, { onSuccess: onClose })} />;
}

interface AssignProps {
  title: string;
  label: string;
  options: readonly { value: string; label: string }[];
  change: { isPending: boolean; error: Error | null };
  onAssign: (subject: string) => void;
  onClose: () => void;
}

function Assign({ title, label, options, change, onAssign, onClose }: AssignProps) {
  const [chosen, setChosen] = useState('');
  return (
    <FormDialog
      title={title}
      description="It takes the place of the guardrail that was assigned before, if there was one."
      action="Assign"
      failed="It was not assigned"
      pending={change.isPending}
      error={change.error}
      disabled={chosen === ''}
      onClose={onClose}
      onSubmit={() => onAssign(chosen)}
    >
      <SelectField label={label} value={chosen} options={[{ value: '', label: 'choose one' }, ...options]} onChange={(event) => setChosen(event.target.value)} />
    </FormDialog>
  );
}
