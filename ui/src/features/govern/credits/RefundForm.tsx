import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CONSOLE, readError } from '../../../api/client';
import { TextField } from '../../../components/TextField';
import { errorOf, otherError } from '../kit/fieldErrors';
import { FormDialog } from '../kit/FormDialog';

const FIELDS = ['generation_id', 'amount_usd', 'reason'];

/** Gives a charge back, or a part of it. */
export function RefundForm({ onClose }: { onClose: () => void }) {
  const [generation, setGeneration] = useState('');
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  // one for this form: whoever sends it twice pays once
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const client = useQueryClient();
  const refund = useMutation({
    mutationFn: (body: Record<string, unknown>) => send(body, idempotencyKey),
    onSuccess: () => client.invalidateQueries({ queryKey: ['govern'] }),
  });
  const submit = () => {
    const body: Record<string, unknown> = { generation_id: generation.trim(), reason: reason.trim() };
    if (amount.trim() !== '') body.amount_usd = Number.isNaN(Number(amount)) ? amount : Number(amount);
    refund.mutate(body, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title="Give a charge back"
      description="The balance rises, and what the key and its workspace spent falls in the windows of the charge."
      action="Refund"
      failed="Nothing was given back"
      pending={refund.isPending}
      error={otherError(refund.error, FIELDS)}
      disabled={generation.trim() === '' || reason.trim() === ''}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField label="Generation" mono placeholder="gen-…" autoComplete="off" value={generation} onChange={(event) => setGeneration(event.target.value)} error={errorOf(refund.error, 'generation_id')} />
      <TextField
        label="US dollars"
        inputMode="decimal"
        placeholder="all that is left of it"
        autoComplete="off"
        value={amount}
        onChange={(event) => setAmount(event.target.value)}
        error={errorOf(refund.error, 'amount_usd')}
      />
      <TextField label="Reason" autoComplete="off" maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} error={errorOf(refund.error, 'reason')} />
    </FormDialog>
  );
}

async function send(body: Record<string, unknown>, idempotencyKey: string): Promise<void> {
  const response = await fetch(`${CONSOLE}/api/weir/credits/refunds`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw readError(response, await response.text());
}
