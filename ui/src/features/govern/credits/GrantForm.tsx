import { useState } from 'react';
import { TextField } from '../../../components/TextField';
import { errorOf, otherError } from '../kit/fieldErrors';
import { FormDialog } from '../kit/FormDialog';
import { useChange } from '../useChange';

/** Grants credits; it stays in the ledger for good. */
export function GrantForm({ onClose }: { onClose: () => void }) {
  const [amount, setAmount] = useState('');
  const [note, setNote] = useState('');
  const grant = useChange<unknown, Record<string, unknown>>('/api/weir/credits', 'POST');
  const submit = () =>
    grant.mutate({ amount_usd: Number.isNaN(Number(amount)) ? amount : Number(amount), ...(note.trim() === '' ? {} : { note: note.trim() }) }, { onSuccess: onClose });
  return (
    <FormDialog
      title="Grant credits"
      description="The balance rises by this. From the first grant on, requests that the balance does not cover are refused. An entry is never changed or removed."
      action="Grant"
      failed="Nothing was granted"
      pending={grant.isPending}
      error={otherError(grant.error, ['amount_usd', 'note'])}
      disabled={amount.trim() === ''}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField label="US dollars" inputMode="decimal" autoComplete="off" value={amount} onChange={(event) => setAmount(event.target.value)} error={errorOf(grant.error, 'amount_usd')} />
      <TextField label="Note" autoComplete="off" maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} hint="Why, for whoever reads the ledger later." error={errorOf(grant.error, 'note')} />
    </FormDialog>
  );
}
