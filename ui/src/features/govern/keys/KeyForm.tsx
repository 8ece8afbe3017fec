import { useState } from 'react';
import type { CreatedKeyResponse, KeyRecord } from '../../../api/contract';
import { TextField } from '../../../components/TextField';
import { CheckField } from '../kit/CheckField';
import { errorOf, otherError } from '../kit/fieldErrors';
import { FormDialog } from '../kit/FormDialog';
import { SelectField } from '../kit/SelectField';
import { useChange } from '../useChange';

const RESETS = [
  { value: '', label: 'in all, never anew' },
  { value: 'daily', label: 'a day' },
  { value: 'weekly', label: 'a week, from Monday' },
  { value: 'monthly', label: 'a month' },
];
const FIELDS = ['name', 'limit', 'limit_reset', 'expires_at'];

interface KeyFormProps {
  /** The key that is changed; null makes a new one. */
  of: KeyRecord | null;
  workspace: string;
  onCreated?: (created: CreatedKeyResponse) => void;
  onClose: () => void;
}

/** Makes a key, or changes what it may spend. */
export function KeyForm({ of, workspace, onCreated, onClose }: KeyFormProps) {
  const [name, setName] = useState(of?.name ?? '');
  const [limit, setLimit] = useState(of?.limit?.toString() ?? '');
  const [reset, setReset] = useState(of?.limit_reset ?? '');
  const [byok, setByok] = useState(of?.include_byok_in_limit ?? false);
  const [expires, setExpires] = useState('');
  const save = useChange<CreatedKeyResponse, Record<string, unknown>>(of ? `/api/v1/keys/${of.hash}` : '/api/v1/keys', of ? 'PATCH' : 'POST');

  const submit = () => {
    const body: Record<string, unknown> = {
      name: name.trim(),
      // what is no number is sent as it was typed: the API says what is wrong with it
      limit: limit.trim() === '' ? null : Number.isNaN(Number(limit)) ? limit : Number(limit),
      limit_reset: reset === '' ? null : reset,
      include_byok_in_limit: byok,
    };
    if (of === null) body.workspace_id = workspace;
    if (of === null && expires !== '') body.expires_at = new Date(expires).toISOString();
    save.mutate(body, {
      onSuccess: (answer) => {
        if (of === null) onCreated?.(answer);
        onClose();
      },
    });
  };

  return (
    <FormDialog
      title={of ? `Edit “${of.name}”` : 'New key'}
      action={of ? 'Save' : 'Create key'}
      failed={of ? 'The key was not changed' : 'The key was not created'}
      pending={save.isPending}
      error={otherError(save.error, FIELDS)}
      disabled={name.trim() === ''}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField label="Name" value={name} maxLength={200} autoComplete="off" onChange={(event) => setName(event.target.value)} error={errorOf(save.error, 'name')} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Limit in US dollars"
          inputMode="decimal"
          placeholder="none"
          autoComplete="off"
          value={limit}
          onChange={(event) => setLimit(event.target.value)}
          hint="Empty: no limit of its own."
          error={errorOf(save.error, 'limit')}
        />
        <SelectField
          label="It counts"
          value={reset}
          disabled={limit.trim() === ''}
          options={RESETS}
          onChange={(event) => setReset(event.target.value)}
          hint="Windows begin at midnight UTC."
          error={errorOf(save.error, 'limit_reset')}
        />
      </div>
      <CheckField
        label="Count what providers bill to credentials of one’s own"
        hint="Otherwise only what this server charges counts under the limit."
        checked={byok}
        disabled={limit.trim() === ''}
        onChange={setByok}
      />
      {of === null && (
        <TextField
          label="Expires"
          type="datetime-local"
          value={expires}
          onChange={(event) => setExpires(event.target.value)}
          hint="In your time zone. Empty: never."
          error={errorOf(save.error, 'expires_at')}
        />
      )}
    </FormDialog>
  );
}
