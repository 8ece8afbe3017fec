import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { ErrorState } from '../../components/ErrorState';
import { Field } from '../../components/Field';
import { Select } from '../../components/Select';
import { TextArea } from '../../components/TextArea';
import { TextField } from '../../components/TextField';
import { textOf } from './promptRequest';
import type { PromptVersionRecord } from './types';

interface NewVersionDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The prompt that gets another version; null: a new prompt. */
  name: string | null;
  /** The version to begin with. */
  base: PromptVersionRecord | null;
  onSaved: (name: string) => void;
}

const FORMATS = [
  { value: 'MUSTACHE', label: '{{variable}}' },
  { value: 'F_STRING', label: '{variable}' },
  { value: 'NONE', label: 'No variables' },
];

/** Writes a version: instructions and a message, a model, parameters. What else a version can hold stays as in the one it begins with. */
export function NewVersionDialog({ open, onOpenChange, name, base, onSaved }: NewVersionDialogProps) {
  const client = useQueryClient();
  const [typedName, setTypedName] = useState('');
  const [form, setForm] = useState(() => formOf(base));
  const save = useMutation({
    mutationFn: (body: object) => api('/v1/prompts', { method: 'POST', body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['prompts'] });
      void client.invalidateQueries({ queryKey: ['prompt-versions'] });
      onOpenChange(false);
      onSaved(name ?? typedName.trim());
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ prompt: { name: name ?? typedName.trim() }, version: versionOf(form, base) });
  };
  const field = (key: keyof typeof form) => ({ value: form[key], onChange: (event: { target: { value: string } }) => setForm({ ...form, [key]: event.target.value }) });
  const isJson = isObject(form.parameters);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title={name === null ? 'New prompt' : `New version of ${name}`}
      description="Versions are never changed: programs name one by its tag, or take the newest."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button variant="primary" type="submit" form="new-version" loading={save.isPending} disabled={!isJson || form.model.trim() === '' || (name === null && typedName.trim() === '')}>
            Save
          </Button>
        </>
      }
    >
      <form id="new-version" onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
        {name === null && <TextField label="Name" hint="Lower-case letters, digits, - and _." value={typedName} autoComplete="off" onChange={(event) => setTypedName(event.target.value)} />}
        <TextField label="Model" mono autoComplete="off" {...field('model')} />
        <Field label="Variables">
          {(id) => <Select id={id} className="w-full" options={FORMATS} {...field('format')} />}
        </Field>
        <TextField label="What changed (optional)" autoComplete="off" {...field('description')} />
        {form.messages === 'kept' ? (
          <p className="text-sm text-muted sm:col-span-2">Its messages stay as they are: they have parts or more turns than this form writes.</p>
        ) : (
          <>
            <Field label="Instructions" className="sm:col-span-2">
          {(id) => <TextArea id={id} rows={4} {...field('system')} />}
        </Field>
            <Field label="Message" className="sm:col-span-2">
          {(id) => <TextArea id={id} rows={4} {...field('user')} />}
        </Field>
          </>
        )}
        <Field label="Parameters" className="sm:col-span-2">
          {(id) => <TextArea id={id} mono rows={3} aria-invalid={!isJson} placeholder='{"temperature": 0.2}' {...field('parameters')} />}
        </Field>
      </form>
      {save.isError && (
        <div className="mt-3">
          <ErrorState inline title="The version could not be saved" error={save.error} />
        </div>
      )}
    </Dialog>
  );
}

interface VersionForm {
  model: string;
  format: string;
  description: string;
  system: string;
  user: string;
  parameters: string;
  /** "kept": the base's messages are more than the form shows. */
  messages: 'written' | 'kept';
}

function formOf(base: PromptVersionRecord | null): VersionForm {
  if (base === null) return { model: '', format: 'MUSTACHE', description: '', system: '', user: '', parameters: '', messages: 'written' };
  const { template, invocation_parameters: parameters } = base;
  const messages = template.type === 'chat' ? template.messages : [{ role: 'user', content: template.template }];
  const roles = messages.map(({ role }) => role).join(' ');
  const own = parameters[parameters.type];
  return {
    model: base.model_name,
    format: base.template_format,
    description: '',
    system: textOf(messages.find(({ role }) => role === 'system')?.content ?? ''),
    user: textOf(messages.find(({ role }) => role === 'user')?.content ?? ''),
    parameters: own && Object.keys(own).length > 0 ? JSON.stringify(own, null, 2) : '',
    messages: roles === 'system user' || roles === 'user' || roles === 'system' ? 'written' : 'kept',
  };
}

function versionOf(form: VersionForm, base: PromptVersionRecord | null): object {
  const { id: _id, ...kept } = base ?? { id: '' };
  const type = base?.invocation_parameters.type ?? 'openai';
  const messages = [
    ...(form.system.trim() === '' ? [] : [{ role: 'system', content: form.system }]),
    ...(form.user.trim() === '' ? [] : [{ role: 'user', content: form.user }]),
  ];
  return {
    model_provider: 'OPENAI',
    ...kept,
    model_name: form.model.trim(),
    description: form.description.trim() === '' ? null : form.description.trim(),
    template_format: form.format,
    ...(form.messages === 'kept' ? {} : { template_type: 'CHAT', template: { type: 'chat', messages } }),
    invocation_parameters: { ...base?.invocation_parameters, type, [type]: form.parameters.trim() === '' ? {} : (JSON.parse(form.parameters) as object) },
  };
}

function isObject(text: string): boolean {
  if (text.trim() === '') return true;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
