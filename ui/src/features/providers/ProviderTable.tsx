import type { ProviderStatusRecord } from '../../api/contract';
import { formatCount } from '../../app/format';
import { Badge } from '../../components/Badge';
import { type Column, DataTable } from '../../components/DataTable';
import { dataPolicyText } from './dataPolicy';
import { HealthBadge } from './HealthBadge';
import { ProviderSwitch } from './ProviderSwitch';

const COLUMNS = (onChoose: (slug: string) => void): readonly Column<ProviderStatusRecord>[] => [
  { name: 'Used', cell: (provider) => <ProviderSwitch provider={provider} /> },
  {
    name: 'Provider',
    cell: (provider) => (
      <span className="flex items-center gap-2">
        <button type="button" className="font-medium hover:underline" onClick={() => onChoose(provider.slug)}>
          {provider.name}
        </button>
        {provider.is_byok_only && <Badge title="The server has no credential for it: only those of callers' own can be used">own keys only</Badge>}
        {provider.disabled_reason && <span className="max-w-64 truncate text-xs text-warning">{provider.disabled_reason}</span>}
      </span>
    ),
  },
  { name: 'Health', cell: (provider) => <ProviderHealth provider={provider} /> },
  { name: 'Requests 30 m', isNumber: true, cell: ({ requests_last_30m: requests }) => formatCount(requests) },
  { name: 'Failed 30 m', isNumber: true, cell: ({ uptime_last_30m: uptime }) => (uptime === null ? '—' : `${(100 - uptime).toFixed(uptime === 100 ? 0 : 1)} %`) },
  { name: 'Latency p50', isNumber: true, cell: ({ latency_last_30m: latency }) => (latency ? `${formatCount(latency.p50)} ms` : '—') },
  { name: 'p90', isNumber: true, cell: ({ latency_last_30m: latency }) => (latency ? `${formatCount(latency.p90)} ms` : '—') },
  { name: 'Throughput p50', isNumber: true, cell: ({ throughput_last_30m: speed }) => (speed ? `${speed.p50} tok/s` : '—') },
  { name: 'Models', isNumber: true, cell: ({ models }) => formatCount(models) },
  { name: 'Prompts', cell: ({ data_policy: policy }) => <span className="text-muted">{dataPolicyText(policy)}</span> },
];

/** Every provider with its switch. */
export function ProviderTable({ providers, chosen, onChoose }: { providers: readonly ProviderStatusRecord[]; chosen: string | null; onChoose: (slug: string) => void }) {
  return <DataTable label="Providers" columns={COLUMNS(onChoose)} rows={providers} keyOf={({ slug }) => slug} current={({ slug }) => slug === chosen} />;
}

export function ProviderHealth({ provider }: { provider: ProviderStatusRecord }) {
  const { is_enabled: isOn, open_circuits: open, endpoints, uptime_last_30m: uptime } = provider;
  if (!isOn) return <Badge tone="warning">switched off</Badge>;
  if (open > 0) return <Badge tone="danger">{endpoints === 1 ? 'circuit open' : `${open} of ${endpoints} circuits open`}</Badge>;
  return <HealthBadge status={0} uptime={uptime} />;
}
