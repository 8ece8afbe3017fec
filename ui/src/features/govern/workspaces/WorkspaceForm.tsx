import { useState } from 'react';
import type { DataResponse, WorkspaceRecord } from '../../../api/contract';
import { TextField } from '../../../components/TextField';
import { errorOf, otherError } from '../kit/fieldErrors';
import { FormDialog } from '../kit/FormDialog';
import { useChange } from '../useChange';

const FIELDS = ['name', 'slug', 'description', 'default_text_model'];

/** Makes a workspace, or changes one. */
export function WorkspaceForm({ of, onClose }: { of: WorkspaceRecord | null; onClose: () => void }) {
  const [name, setName] = useState(of?.name ?? '');
  const [slug, setSlug] = useState(of?.slug ?? '');
  const [description, setDescription] = useState(of?.description ?? '');
  const [model, setModel] = useState(of?.default_text_model ?? '');
  const save = useChange<DataResponse<WorkspaceRecord>, Record<string, unknown>>(of ? `/api/v1/workspaces/${of.id}` : '/api/v1/workspaces', of ? 'PATCH' : 'POST');
  const submit = () =>
    save.mutate({ name: name.trim(), slug: slug.trim(), description: textOf(description), default_text_model: textOf(model) }, { onSuccess: onClose });
  return (
    <FormDialog
      title={of ? `Edit “${of.name}”` : 'New workspace'}
      description={of ? undefined : 'Keys, budgets, members and traces of its own.'}
      action={of ? 'Save' : 'Create workspace'}
      failed={of ? 'The workspace was not changed' : 'The workspace was not created'}
      pending={save.isPending}
      error={otherError(save.error, FIELDS)}
      disabled={name.trim() === '' || slug.trim() === ''}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        label="Name"
        autoComplete="off"
        value={name}
        onChange={(event) => {
          setName(event.target.value);
          if (of === null) setSlug(slugOf(event.target.value));
        }}
        error={errorOf(save.error, 'name')}
      />
      <TextField label="Slug" mono autoComplete="off" value={slug} onChange={(event) => setSlug(event.target.value)} hint="In addresses and in the API." error={errorOf(save.error, 'slug')} />
      <TextField label="Description" autoComplete="off" value={description} onChange={(event) => setDescription(event.target.value)} error={errorOf(save.error, 'description')} />
      <TextField
        label="Model of requests that name none"
        mono
        autoComplete="off"
        placeholder="the server’s"
        value={model}
        onChange={(event) => setModel(event.target.value)}
        error={errorOf(save.error, 'default_text_model')}
      />
    </FormDialog>
  );
}

function textOf(value: string): string | null {
  return value.trim() === '' ? null : value.trim();
}

/** "R & D, Berlin" → "r-d-berlin" */
function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 50);
}
