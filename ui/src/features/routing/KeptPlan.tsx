import type { GenerationRouteRecord, RoutePlanRecord } from '../../api/contract';
import { Badge } from '../../components/Badge';
import { perMillion } from '../models/prices';

const OUTCOME_NAMES: Record<string, string> = { answered: 'answered', failed: 'asked, failed', cancelled: 'asked, given up', passed_over: 'passed over' };

/** The plan as it was: the endpoints in order, why, at which price, and what came of each. */
export function KeptPlan({ plan, route }: { plan: RoutePlanRecord; route: GenerationRouteRecord }) {
  const outcomeOf = ({ provider_name: provider, model }: RoutePlanRecord['candidates'][number]) =>
    route.attempts.findLast((attempt) => attempt.provider_name === provider && attempt.model === model)?.outcome ?? null;
  const more = plan.planned - plan.candidates.length;
  const leftOut = plan.considered - plan.planned;
  return (
    <div>
      <ol aria-label="Endpoints in order">
        {plan.candidates.map((candidate, index) => {
          const outcome = outcomeOf(candidate);
          return (
            // one endpoint may stand twice, with two credentials
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} className="grid grid-cols-[1.5rem_minmax(0,1fr)] items-baseline gap-x-3 border-b sm:grid-cols-[1.5rem_minmax(0,1fr)_auto] border-line px-4 py-2 last:border-b-0">
              <span className="tabular text-xs text-subtle">{index + 1}</span>
              <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-medium">{candidate.provider_name}</span>
                <code className="truncate text-subtle">{`${candidate.model} · ${candidate.tag}`}</code>
                {candidate.is_byok && <Badge tone="info">own credential</Badge>}
                <Badge tone={outcome === 'answered' ? 'success' : outcome === null ? 'neutral' : 'warning'}>{outcome === null ? 'not needed' : (OUTCOME_NAMES[outcome] ?? outcome)}</Badge>
              </span>
              <span className="tabular text-xs text-muted max-sm:col-start-2 sm:text-right">
                {perMillion(candidate.prompt)} in · {perMillion(candidate.completion)} out
              </span>
              <span className="col-start-2 text-sm text-muted">{candidate.reason}</span>
            </li>
          );
        })}
      </ol>
      {(more > 0 || leftOut > 0) && (
        <p className="border-t border-line bg-sunken px-4 py-2 text-sm text-muted">
          {more > 0 && `${more} more were planned. `}
          {leftOut > 0 && (
            <>
              {leftOut} of {plan.considered} endpoints were left out
              {plan.left_out_by.length > 0 && (
                <>
                  {' '}
                  by <span className="font-mono text-xs">{plan.left_out_by.join(', ')}</span>
                </>
              )}
              .
            </>
          )}
        </p>
      )}
    </div>
  );
}
