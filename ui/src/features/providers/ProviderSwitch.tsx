import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client';
import type { DataResponse, ProviderStatusRecord } from '../../api/contract';
import { cx } from '../../app/cx';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { ErrorState } from '../../components/ErrorState';
import { TextField } from '../../components/TextField';
import { providersQuery } from '../models/queries';

/** Switches a provider off, after asking why, and on again at once. */
export function ProviderSwitch({ provider }: { provider: ProviderStatusRecord }) {
  const client = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const [reason, setReason] = useState('');
  const change = useMutation({
    mutationFn: (body: { enabled: boolean; reason?: string }) =>
      api<DataResponse<ProviderStatusRecord>>(`/api/weir/providers/${encodeURIComponent(provider.slug)}`, { method: 'PATCH', body }),
    onSuccess: ({ data }) => {
      client.setQueryData(providersQuery.queryKey, (before) => before?.map((each) => (each.slug === data.slug ? data : each)));
      void client.invalidateQueries({ queryKey: ['plan'] });
      setIsAsking(false);
      setReason('');
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ enabled: false, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) });
  };
  const isOn = provider.is_enabled;
  return (
    <>
      <button
        type="button"
        role="switch"
        aria-checked={isOn}
        aria-label={`${provider.name} is used`}
        aria-busy={change.isPending}
        onClick={() => (isOn ? setIsAsking(true) : change.mutate({ enabled: true }))}
        className={cx('relative inline-flex h-5 w-9 shrink-0 rounded-full border transition-colors duration-100', isOn ? 'border-accent bg-accent' : 'border-line-strong bg-sunken')}
      >
        <span aria-hidden className={cx('absolute top-0.5 size-3.5 rounded-full transition-[left] duration-100', isOn ? 'left-[1.125rem] bg-on-accent' : 'left-0.5 bg-subtle')} />
      </button>
      <Dialog
        open={isAsking}
        onOpenChange={setIsAsking}
        size="sm"
        title={`Switch ${provider.name} off`}
        description="From the next request on nothing is routed to it, until somebody switches it on again. Requests under way end as planned."
        footer={
          <>
            <Button onClick={() => setIsAsking(false)}>Cancel</Button>
            <Button variant="danger" type="submit" form="switch-off" loading={change.isPending}>
              Switch off
            </Button>
          </>
        }
      >
        <form id="switch-off" onSubmit={submit}>
          <TextField label="Why (optional)" hint="Shown here, and by weir doctor." maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} autoComplete="off" />
          {change.isError && <ErrorState inline title="It could not be switched" error={change.error} />}
        </form>
      </Dialog>
    </>
  );
}
