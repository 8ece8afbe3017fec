import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProviderKeyRecord } from '../../../api/contract';
import { TextField } from '../../../components/TextField';
import { CheckField } from '../kit/CheckField';
import { errorOf, otherError } from '../kit/fieldErrors';
import { FormDialog } from '../kit/FormDialog';
import { linesOf, LinesField } from '../kit/LinesField';
import { SelectField } from '../kit/SelectField';
import { providersQuery, workspacesQuery } from '../queries';
import { useChange } from '../useChange';

const FIELDS = ['provider', 'key', 'name', 'allowed_models', 'workspace_id'];

/** Stores a credential of one's own, or changes how it is used. */
export function ProviderKeyForm({ of, onClose }: { of: ProviderKeyRecord | null; onClose: () => void }) {
  const providers = useQuery(providersQuery);
  const workspaces = useQuery(workspacesQuery);
  const [provider, setProvider] = useState(of?.provider ?? '');
  const [key, setKey] = useState('');
  const [name, setName] = useState(of?.name ?? '');
  const [workspace, setWorkspace] = useState(of?.workspace_id ?? '');
  const [models, setModels] = useState(of?.allowed_models?.join('\n') ?? '');
  const [isFallback, setIsFallback] = useState(of?.is_fallback ?? false);
  const save = useChange<unknown, Record<string, unknown>>(of ? `/api/v1/byok/${of.id}` : '/api/v1/byok', of ? 'PATCH' : 'POST');
  const submit = () => {
    const allowed = linesOf(models);
    const body: Record<string, unknown> = { name: name.trim() === '' ? null : name.trim(), is_fallback: isFallback, allowed_models: allowed.length === 0 ? null : allowed };
    if (key !== '') body.key = key;
    if (of === null) {
      body.provider = provider;
      body.workspace_id = workspace === '' ? null : workspace;
    }
    save.mutate(body, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={of ? `Edit the credential for ${of.provider}` : 'New credential'}
      description="It is kept encrypted and never shown again. The provider bills whoever owns it."
      action={of ? 'Save' : 'Store'}
      failed="The credential was not stored"
      pending={save.isPending}
      error={otherError(save.error, FIELDS)}
      disabled={of === null && (provider.trim() === '' || key.trim() === '')}
      onClose={onClose}
      onSubmit={submit}
    >
      {of === null && (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField label="Provider" mono list="byok-providers" placeholder="openai" autoComplete="off" value={provider} onChange={(event) => setProvider(event.target.value)} error={errorOf(save.error, 'provider')} />
          <datalist id="byok-providers">
            {(providers.data ?? []).map((each) => (
              <option key={each.slug} value={each.slug}>
                {each.name}
              </option>
            ))}
          </datalist>
          <SelectField
            label="Workspace"
            value={workspace}
            options={[{ value: '', label: 'every workspace' }, ...(workspaces.data ?? []).map((each) => ({ value: each.id, label: each.name }))]}
            onChange={(event) => setWorkspace(event.target.value)}
            error={errorOf(save.error, 'workspace_id')}
          />
        </div>
      )}
      <TextField
        label="Credential"
        mono
        type="password"
        autoComplete="off"
        placeholder={of ? `stays ${of.label}` : undefined}
        value={key}
        onChange={(event) => setKey(event.target.value)}
        error={errorOf(save.error, 'key')}
      />
      <TextField label="Name" autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} error={errorOf(save.error, 'name')} />
      <LinesField label="Only for these models" placeholder="every model" hint="One slug a line." value={models} onChange={setModels} error={errorOf(save.error, 'allowed_models')} />
      <CheckField
        label="Only as a fallback"
        hint="Off: it is always used first, before the server’s own endpoints, whatever order a request asks for. On: after them."
        checked={isFallback}
        onChange={setIsFallback}
      />
    </FormDialog>
  );
}
