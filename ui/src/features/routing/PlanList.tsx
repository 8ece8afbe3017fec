import { Ban } from 'lucide-react';
import type { RoutePreviewRecord } from '../../api/contract';
import { formatCount } from '../../app/format';
import { Badge } from '../../components/Badge';
import { Money } from '../../components/Money';
import { perMillion } from '../models/prices';
import { HealthBadge } from '../providers/HealthBadge';

/** The endpoints that would be asked, in order, each with its reason; then those that would not, each with its own. */
export function PlanList({ preview, withModel = false }: { preview: RoutePreviewRecord; withModel?: boolean }) {
  return (
    <div>
      <ol aria-label="Endpoints in order">
        {preview.candidates.map((candidate) => (
          <li key={`${candidate.position}`} className="grid grid-cols-[1.5rem_minmax(0,1fr)] items-baseline gap-x-3 gap-y-0.5 border-b sm:grid-cols-[1.5rem_minmax(0,1fr)_auto] border-line px-4 py-2 last:border-b-0">
            <span className="tabular text-xs text-subtle">{candidate.position}</span>
            <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
              <span className="font-medium">{candidate.provider_name}</span>
              <code className="truncate text-subtle">{withModel ? `${candidate.model} · ${candidate.tag}` : candidate.tag}</code>
              {candidate.health && <HealthBadge status={candidate.health.status} uptime={candidate.health.uptime_last_30m} isCircuitOpen={candidate.health.is_circuit_open} />}
              {candidate.is_byok && <Badge tone="info">own credential</Badge>}
            </span>
            <span className="tabular text-xs text-muted max-sm:col-start-2 sm:text-right">
              {perMillion(candidate.pricing.prompt)} in · {perMillion(candidate.pricing.completion)} out
            </span>
            <span className="col-start-2 text-sm text-muted">{candidate.reason}</span>
            <span className="tabular text-xs text-subtle max-sm:col-start-2 sm:text-right">
              at most <Money usd={candidate.cost_bound} />
              {candidate.health?.latency_last_30m && ` · ${formatCount(candidate.health.latency_last_30m.p50)} ms`}
            </span>
          </li>
        ))}
      </ol>
      {preview.left_out.length > 0 && (
        <ul aria-label="Endpoints left out" className="border-t border-line bg-sunken">
          {preview.left_out.map((one) => (
            <li key={`${one.model} ${one.tag}`} className="grid grid-cols-[1.5rem_minmax(0,1fr)] items-baseline gap-x-3 border-b border-line px-4 py-2 last:border-b-0">
              <Ban size={13} className="translate-y-0.5 text-subtle" aria-hidden />
              <span className="min-w-0">
                <span className="font-medium text-muted">{one.provider_name}</span> <code className="text-subtle">{withModel ? `${one.model} · ${one.tag}` : one.tag}</code>{' '}
                <Badge className="font-mono">{one.field}</Badge>
                <span className="mt-0.5 block text-sm text-muted">Left out: {one.detail}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
