import { useMutation } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client';
import type { CreatedKeyResponse } from '../../api/contract';
import { Button } from '../../components/Button';
import { ErrorState } from '../../components/ErrorState';
import { TextField } from '../../components/TextField';
import { keepInferenceKey } from './inferenceKey';

const HOURS = 8;
const USUAL_LIMIT = '1';

/** Asks once for a key to call models with: one for this browser with a limit and an end, or one that is there. */
export function KeyGate({ purpose }: { purpose: string }) {
  const [limit, setLimit] = useState(USUAL_LIMIT);
  const [pasted, setPasted] = useState('');
  const make = useMutation({
    mutationFn: (usd: number) => {
      const expires_at = new Date(Date.now() + HOURS * 3_600_000).toISOString();
      return api<CreatedKeyResponse>('/api/v1/keys', { method: 'POST', body: { name: `Console ${purpose}, ${expires_at.slice(0, 10)}`, limit: usd, expires_at } });
    },
    onSuccess: ({ key, data }) => keepInferenceKey({ text: key, name: data.name, expiresAt: data.expires_at, limit: data.limit }),
    // nothing of the secret stays in the cache
    gcTime: 0,
  });
  const usd = Number(limit);
  const isLimit = limit.trim() !== '' && Number.isFinite(usd) && usd > 0;
  const create = (event: FormEvent) => {
    event.preventDefault();
    if (isLimit) make.mutate(usd);
  };
  const use = (event: FormEvent) => {
    event.preventDefault();
    keepInferenceKey({ text: pasted.trim(), name: 'a key of yours', expiresAt: null, limit: null });
  };
  return (
    <div className="mx-auto w-full max-w-lg px-6 py-10">
      <KeyRound size={22} className="text-subtle" aria-hidden />
      <h2 className="mt-3 text-base font-semibold">A key for this browser</h2>
      <p className="mt-1 text-muted">
        Being signed in to the console cannot call models, so that a page that was taken over spends nothing. The {purpose} calls them with a key of its own, as a program would. It
        stays in this tab and is gone when the tab is closed.
      </p>
      <form onSubmit={create} className="mt-5 flex flex-wrap items-start gap-3">
        <TextField
          className="min-w-0 flex-1 basis-40"
          label="It may spend, US dollars"
          inputMode="decimal"
          name="limit"
          autoComplete="off"
          value={limit}
          onChange={(event) => setLimit(event.target.value)}
          error={isLimit ? undefined : 'Write an amount above zero.'}
          hint={`It ends by itself in ${HOURS} hours.`}
        />
        <Button type="submit" variant="primary" className="mt-[26px]" loading={make.isPending} disabled={!isLimit}>
          Make a key
        </Button>
      </form>
      {make.isError && (
        <div className="mt-3">
          <ErrorState inline title="The key could not be made" error={make.error} />
        </div>
      )}
      <form onSubmit={use} className="mt-6 flex flex-wrap items-start gap-3 border-t border-line pt-5">
        <TextField
          className="min-w-0 flex-1 basis-40"
          label="Or an inference key of yours"
          type="password"
          name="key"
          mono
          autoComplete="off"
          spellCheck={false}
          placeholder="sk-or-v1-…"
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
        />
        <Button type="submit" className="mt-[26px]" disabled={pasted.trim() === ''}>
          Use it
        </Button>
      </form>
    </div>
  );
}
