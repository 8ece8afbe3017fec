import { useState } from 'react';
import type { ProviderKeyRecord } from '../../../api/contract';
import { Badge } from '../../../components/Badge';
import { Button } from '../../../components/Button';
import { RelativeTime } from '../../../components/RelativeTime';
import { Confirm } from '../kit/Confirm';
import { type Column, Table } from '../kit/Table';
import { WorkspaceName } from '../names';
import { useChange } from '../useChange';
import { ProviderKeyForm } from './ProviderKeyForm';

/** Stored credentials, in the order in which they are tried. */
export function ProviderKeyTable({ keys }: { keys: readonly ProviderKeyRecord[] }) {
  const [edited, setEdited] = useState<ProviderKeyRecord | null>(null);
  const [deleted, setDeleted] = useState<ProviderKeyRecord | null>(null);
  const change = useChange<unknown, { id: string; disabled: boolean }>(({ id }) => `/api/v1/byok/${id}`, 'PATCH');
  const remove = useChange<unknown, { id: string }>(({ id }) => `/api/v1/byok/${id}`, 'DELETE');
  const columns = columnsOf({ edit: setEdited, toggle: (key) => change.mutate({ id: key.id, disabled: !key.disabled }), remove: setDeleted });
  return (
    <>
      <Table label="Credentials" columns={columns} rows={keys} rowKey={({ id }) => id} isOff={({ disabled }) => disabled} />
      {edited && <ProviderKeyForm of={edited} onClose={() => setEdited(null)} />}
      {deleted && (
        <Confirm
          title={`Delete the credential for ${deleted.provider}?`}
          action="Delete"
          failed="The credential was not deleted"
          change={remove}
          onConfirm={() => remove.mutate({ id: deleted.id }, { onSuccess: () => setDeleted(null) })}
          onClose={() => setDeleted(null)}
        >
          Requests that used {deleted.label} are sent with the server’s own credential, if it has one, or refused. The text cannot be brought back.
        </Confirm>
      )}
    </>
  );
}

function Use({ of }: { of: ProviderKeyRecord }) {
  if (of.disabled) return <Badge>off</Badge>;
  return of.is_fallback ? <Badge tone="info">as a fallback</Badge> : <Badge tone="success">always, first</Badge>;
}

interface Actions {
  edit: (key: ProviderKeyRecord) => void;
  toggle: (key: ProviderKeyRecord) => void;
  remove: (key: ProviderKeyRecord) => void;
}

function columnsOf({ edit, toggle, remove }: Actions): readonly Column<ProviderKeyRecord>[] {
  return [
    { id: 'provider', header: 'Provider', cell: ({ provider }) => <span className="font-medium">{provider}</span> },
    { id: 'label', header: 'Credential', cell: ({ label }) => <code className="text-muted">{label}</code> },
    { id: 'name', header: 'Name', grows: true, from: 'sm', cell: ({ name }) => name },
    { id: 'use', header: 'Used', cell: (key) => <Use of={key} /> },
    { id: 'workspace', header: 'For', from: 'lg', cell: ({ workspace_id }) => (workspace_id ? <WorkspaceName id={workspace_id} /> : <span className="text-muted">every workspace</span>) },
    { id: 'models', header: 'Models', from: 'lg', cell: ({ allowed_models }) => <span className="text-muted" title={allowed_models?.join('\n')}>{allowed_models ? `${allowed_models.length} only` : 'all'}</span> },
    { id: 'created', header: 'Stored', from: 'xl', align: 'right', cell: ({ created_at }) => <RelativeTime value={created_at} className="text-muted" /> },
    {
      id: 'actions',
      header: 'Actions',
      hidesHeader: true,
      align: 'right',
      cell: (key) => (
        <span className="inline-flex gap-1">
          <Button size="sm" variant="ghost" onClick={() => edit(key)} aria-label={`Edit the credential for ${key.provider}`}>
            Edit
          </Button>
          <Button size="sm" variant="ghost" onClick={() => toggle(key)}>
            {key.disabled ? 'Enable' : 'Disable'}
          </Button>
          <Button size="sm" variant="ghost" onClick={() => remove(key)} aria-label={`Delete the credential for ${key.provider}`}>
            Delete
          </Button>
        </span>
      ),
    },
  ];
}
