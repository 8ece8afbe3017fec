import type { EndpointRecord, ProviderStatusRecord } from '../../api/contract';
import { formatCompact, formatCount } from '../../app/format';
import { Badge } from '../../components/Badge';
import { type Column, DataTable } from '../../components/DataTable';
import { dataPolicyText } from '../providers/dataPolicy';
import { HealthBadge } from '../providers/HealthBadge';
import { perMillion } from './prices';

interface EndpointTableProps {
  endpoints: readonly EndpointRecord[];
  providers: readonly ProviderStatusRecord[];
}

function columnsFor(providers: readonly ProviderStatusRecord[]): readonly Column<EndpointRecord>[] {
  const providerOf = (endpoint: EndpointRecord) => providers.find(({ name }) => name === endpoint.provider_name);
  return [
    {
      name: 'Provider',
      cell: (endpoint) => (
        <span className="flex items-center gap-2">
          <span className="font-medium">{endpoint.provider_name}</span>
          {endpoint.tag !== providerOf(endpoint)?.slug && <code className="text-subtle">{endpoint.tag}</code>}
          {providerOf(endpoint)?.is_enabled === false && <Badge tone="warning">off</Badge>}
        </span>
      ),
    },
    { name: 'Health', cell: ({ status, uptime_last_30m: uptime }) => <HealthBadge status={status} uptime={uptime} /> },
    { name: 'In $/M', isNumber: true, cell: ({ pricing }) => perMillion(pricing.prompt) },
    { name: 'Out $/M', isNumber: true, cell: ({ pricing }) => perMillion(pricing.completion) },
    { name: 'Context', isNumber: true, cell: ({ context_length: tokens }) => <span title={`${formatCount(tokens)} tokens`}>{formatCompact(tokens)}</span> },
    { name: 'Longest answer', isNumber: true, cell: ({ max_completion_tokens: tokens }) => (tokens === null ? '—' : formatCompact(tokens)) },
    { name: 'Quantization', cell: ({ quantization }) => quantization ?? '—' },
    { name: 'Latency p50', isNumber: true, cell: ({ latency_last_30m: latency }) => (latency ? `${formatCount(latency.p50)} ms` : '—') },
    { name: 'Throughput p50', isNumber: true, cell: ({ throughput_last_30m: speed }) => (speed ? `${speed.p50} tok/s` : '—') },
    { name: 'Uptime 30 m', isNumber: true, cell: ({ uptime_last_30m: uptime }) => (uptime === null ? '—' : `${uptime} %`) },
    { name: 'Uptime 1 d', isNumber: true, cell: ({ uptime_last_1d: uptime }) => (uptime === null ? '—' : `${uptime} %`) },
    { name: 'Prompts', cell: (endpoint) => <span className="text-muted">{dataPolicyText(providerOf(endpoint)?.data_policy)}</span> },
  ];
}

/** The endpoints of a model: what each costs, takes, promises and how it does. */
export function EndpointTable({ endpoints, providers }: EndpointTableProps) {
  return <DataTable label="Endpoints" columns={columnsFor(providers)} rows={endpoints} keyOf={({ tag }) => tag} />;
}
