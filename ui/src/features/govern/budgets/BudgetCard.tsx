import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { BudgetRecord, WorkspaceRecord } from '../../../api/contract';
import { formatDate, formatShare, formatUsd } from '../../../app/format';
import { Button } from '../../../components/Button';
import { TimeChart } from '../../../components/charts/TimeChart';
import { Meter } from '../../../components/Meter';
import { Money } from '../../../components/Money';
import { windowText } from '../keys/keyStates';
import { Confirm } from '../kit/Confirm';
import { useNow } from '../kit/useNow';
import { dayOf, numberOf, usageQuery } from '../usage';
import { useChange } from '../useChange';
import { BudgetForm } from './BudgetForm';
import { burnSeries } from './burnSeries';
import { projectionOf, toneOf, usedUpAt, windowOf } from './burnDown';

const DAY = 86_400_000;
/** Where a budget never begins anew, the last days are shown. */
const SHOWN_DAYS = 30;

/** What a workspace may spend in a window, what it has spent, and where that leads. */
export function BudgetCard({ workspace, budget }: { workspace: WorkspaceRecord; budget: BudgetRecord }) {
  const [asked, setAsked] = useState<'edit' | 'delete' | null>(null);
  const now = useNow();
  const window = windowOf(budget.reset_interval, now);
  const from = window.begin ?? dayOf(now) - (SHOWN_DAYS - 1) * DAY;
  const until = window.end ?? dayOf(now) + DAY;
  const isDaily = budget.reset_interval === 'daily';
  const usage = useQuery(
    usageQuery({ metrics: ['total_usage'], granularity: isDaily ? 'hour' : 'day', from, until, filters: [{ field: 'workspace', operator: 'eq', value: workspace.id }] }),
  );
  const spent = usage.data?.reduce((sum, row) => sum + numberOf(row['total_usage']), 0);
  const chart = useMemo(() => usage.data && burnSeries(usage.data, from, until, budget.limit_usd, isDaily, now), [usage.data, from, until, budget.limit_usd, isDaily, now]);
  const interval = budget.reset_interval ?? 'lifetime';
  const remove = useChange(`/api/v1/workspaces/${workspace.id}/budgets/${interval}`, 'DELETE');
  const share = spent === undefined ? 0 : spent / budget.limit_usd;
  return (
    <article className="flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-surface p-4" aria-label={`${workspace.name}, ${windowText(budget.reset_interval)}`}>
      <header className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h3 className="truncate font-semibold">{workspace.name}</h3>
          <p className="text-muted">
            {formatUsd(budget.limit_usd)} {windowText(budget.reset_interval)}
          </p>
        </div>
        <div className="flex gap-1">
          <Button size="sm" variant="ghost" onClick={() => setAsked('edit')} aria-label={`Edit the budget of ${workspace.name}`}>
            Edit
          </Button>
          <Button size="sm" variant="ghost" onClick={() => setAsked('delete')} aria-label={`Delete the budget of ${workspace.name}`}>
            Delete
          </Button>
        </div>
      </header>
      <div className="flex items-baseline justify-between gap-3">
        <span className="text-xl font-semibold">
          <Money usd={spent} />
        </span>
        <span className="tabular text-sm text-muted">{spent !== undefined && `${formatShare(share)} used`}</span>
      </div>
      <Meter label="Used of the budget" value={spent ?? 0} max={budget.limit_usd} tone={toneOf(share)} className="h-1.5" />
      {spent !== undefined && <Outlook spent={spent} limit={budget.limit_usd} reset={budget.reset_interval} now={now} />}
      <TimeChart
        label={`Spend of ${workspace.name} against its budget`}
        data={chart}
        format={formatUsd}
        height={130}
        error={usage.error}
        onRetry={() => void usage.refetch()}
        empty="Nothing was spent in this window."
      />
      {asked === 'edit' && <BudgetForm workspace={workspace} budget={budget} onClose={() => setAsked(null)} />}
      {asked === 'delete' && (
        <Confirm
          title="Delete this budget?"
          action="Delete budget"
          failed="The budget was not deleted"
          change={remove}
          onConfirm={() => remove.mutate(undefined, { onSuccess: () => setAsked(null) })}
          onClose={() => setAsked(null)}
        >
          Requests of “{workspace.name}” are no longer limited to {formatUsd(budget.limit_usd)} {windowText(budget.reset_interval)}. Other budgets and limits of keys stay.
        </Confirm>
      )}
    </article>
  );
}

/** Where the spend leads if it goes on like this. */
function Outlook({ spent, limit, reset, now }: { spent: number; limit: number; reset: string | null; now: number }) {
  const window = windowOf(reset, now);
  if (window.end === null) return <p className="text-xs text-subtle">It never begins anew. Shown are the last thirty days.</p>;
  if (spent >= limit) return <p className="text-xs text-danger">Used up: requests are refused until {formatDate(window.end)}, 00:00 UTC.</p>;
  const reached = usedUpAt(spent, limit, window, now);
  if (reached !== null) {
    return <p className="text-xs text-warning">At this pace it is used up on {formatDate(reached)}, before it begins anew on {formatDate(window.end)}.</p>;
  }
  const projection = projectionOf(spent, window);
  return <p className="text-xs text-muted">{projection === null ? 'Too early to say where it leads.' : `At this pace ${formatUsd(projection)} until ${formatDate(window.end)}.`}</p>;
}
