import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { EndpointHealthRecord, ProviderStatusRecord } from '../../api/contract';
import { formatCount } from '../../app/format';
import { type Column, DataTable } from '../../components/DataTable';
import { RelativeTime } from '../../components/RelativeTime';
import { Section } from '../../components/Section';
import { endpointHealthQuery, modelPath } from '../models/queries';
import { HealthBadge } from './HealthBadge';
import { LastFailures } from './LastFailures';

const COLUMNS: readonly Column<EndpointHealthRecord>[] = [
  { name: 'Model', cell: ({ model }) => <Link to={`/models/${modelPath(model)}`} className="font-medium hover:underline">{model}</Link> },
  { name: 'Health', cell: (row) => <HealthBadge status={row.status} uptime={row.uptime_last_30m} isCircuitOpen={row.is_circuit_open} /> },
  { name: 'Failures in a row', isNumber: true, cell: ({ failures_in_a_row: failures }) => formatCount(failures) },
  { name: 'Requests 30 m', isNumber: true, cell: ({ requests_last_30m: requests }) => formatCount(requests) },
  { name: 'Uptime 5 m', isNumber: true, cell: ({ uptime_last_5m: uptime }) => (uptime === null ? '—' : `${uptime} %`) },
  { name: '30 m', isNumber: true, cell: ({ uptime_last_30m: uptime }) => (uptime === null ? '—' : `${uptime} %`) },
  { name: '1 d', isNumber: true, cell: ({ uptime_last_1d: uptime }) => (uptime === null ? '—' : `${uptime} %`) },
  { name: 'Latency p50', isNumber: true, cell: ({ latency_last_30m: latency }) => (latency ? `${formatCount(latency.p50)} ms` : '—') },
  { name: 'Throughput p50', isNumber: true, cell: ({ throughput_last_30m: speed }) => (speed ? `${speed.p50} tok/s` : '—') },
];

/** One provider: its endpoints that were asked in the last day, what failed last, and what it publishes. */
export function ProviderDetail({ provider }: { provider: ProviderStatusRecord }) {
  const health = useQuery(endpointHealthQuery);
  const rows = (health.data ?? []).filter(({ provider_name: name }) => name === provider.name);
  const links = [
    ['Status page', provider.status_page_url],
    ['Privacy policy', provider.privacy_policy_url],
    ['Terms of service', provider.terms_of_service_url],
  ].filter((link): link is [string, string] => link[1] !== null && link[1] !== undefined && link[1].startsWith('http'));
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
        {provider.host && (
          <span>
            Requests go to <code>{provider.host}</code>
          </span>
        )}
        {provider.disabled_at && (
          <span className="text-warning">
            switched off <RelativeTime value={provider.disabled_at} />
            {provider.disabled_reason && `: ${provider.disabled_reason}`}
          </span>
        )}
        {links.map(([name, url]) => (
          <a key={name} href={url} target="_blank" rel="noreferrer noopener" className="text-accent hover:underline">
            {name}
          </a>
        ))}
      </p>
      <Section title={`Endpoints of ${provider.name} asked in the last day`}>
        {rows.length > 0 ? <DataTable label="Endpoints" columns={COLUMNS} rows={rows} keyOf={({ model, tag }) => `${model} ${tag}`} /> : <p className="px-4 py-3 text-sm text-muted">None was asked.</p>}
      </Section>
      <Section title="Last failures">
        <LastFailures name={provider.name} />
      </Section>
    </div>
  );
}
