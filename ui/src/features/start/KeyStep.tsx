import { TriangleAlert } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { CreatedKeyResponse } from '../../api/contract';
import { Button } from '../../components/Button';
import { CopyButton } from '../../components/CopyButton';
import { RevealButton } from '../../components/RevealButton';
import { TextField } from '../../components/TextField';
import { useCreateKey } from './keys';
import { maskKey } from './snippets';

interface KeyStepProps {
  created: CreatedKeyResponse | null;
  onCreated: (created: CreatedKeyResponse) => void;
  revealed: boolean;
  onReveal: (revealed: boolean) => void;
}

/** Makes a key and shows it, this once. */
export function KeyStep({ created, onCreated, revealed, onReveal }: KeyStepProps) {
  const [name, setName] = useState('my-app');
  const create = useCreateKey();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(name.trim(), { onSuccess: onCreated });
  };

  if (created === null) {
    return (
      <form onSubmit={submit} className="flex flex-wrap items-start gap-2">
        <TextField
          className="min-w-0 flex-1 basis-48"
          label="Name of the key"
          name="name"
          value={name}
          autoComplete="off"
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
          error={create.isError ? create.error.message : undefined}
        />
        <Button type="submit" variant="primary" className="mt-[26px]" loading={create.isPending} disabled={name.trim() === ''}>
          Create a key
        </Button>
      </form>
    );
  }
  return (
    <div>
      <div className="flex h-10 items-center gap-1 rounded-md border border-line-strong bg-surface pr-1.5 pl-3">
        <code data-testid="created-key" className="min-w-0 flex-1 truncate">
          {revealed ? created.key : maskKey(created.key)}
        </code>
        <RevealButton revealed={revealed} onReveal={onReveal} />
        <CopyButton text={created.key} label="Copy key" variant="secondary">
          Copy
        </CopyButton>
      </div>
      <p role="status" className="mt-2 flex items-start gap-2 text-sm text-warning">
        <TriangleAlert size={14} className="mt-[3px] shrink-0" aria-hidden />
        <span>
          Copy the key of “{created.data.name}” now. It is shown this once: Weir keeps only its hash, and it is gone from here when you leave this page.
        </span>
      </p>
    </div>
  );
}
