import { Link } from 'react-router';
import type { GenerationRouteRecord, RouteAttemptRecord } from '../../api/contract';
import { cx } from '../../app/cx';
import { formatDuration } from '../../app/format';
import { Badge, type Tone } from '../../components/Badge';
import { attemptBars } from './attemptBars';

const OUTCOMES: Record<string, { tone: Tone; name: string; bar: string }> = {
  answered: { tone: 'success', name: 'answered', bar: 'bg-success' },
  failed: { tone: 'danger', name: 'failed', bar: 'bg-danger' },
  cancelled: { tone: 'neutral', name: 'given up', bar: 'bg-subtle' },
  passed_over: { tone: 'warning', name: 'passed over', bar: 'bg-warning' },
};

/** Every attempt of a request on one time axis. */
export function AttemptTimeline({ route }: { route: GenerationRouteRecord }) {
  const { bars, totalMs } = attemptBars(route.attempts, route.duration_ms);
  return (
    <div>
      <div className="hidden justify-end gap-3 px-4 pt-2 text-2xs text-subtle sm:flex" aria-hidden>
        <span className="tabular flex w-1/2 justify-between">
          <span>0</span>
          <span>{formatDuration(totalMs * 500)}</span>
          <span>{formatDuration(totalMs * 1000)}</span>
        </span>
      </div>
      <ol aria-label="Attempts">
        {route.attempts.map((attempt, index) => (
          <li key={attempt.position} className="grid gap-x-4 gap-y-1 border-b border-line px-4 py-2 last:border-b-0 sm:grid-cols-2">
            <Attempt attempt={attempt} traceId={route.trace_id} />
            <Bar bar={bars[index] ?? null} outcome={attempt.outcome} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Attempt({ attempt, traceId }: { attempt: RouteAttemptRecord; traceId: string }) {
  const look = OUTCOMES[attempt.outcome] ?? { tone: 'neutral' as const, name: attempt.outcome, bar: 'bg-subtle' };
  const name = `${attempt.position}. ${attempt.provider_name ?? 'unknown'}`;
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {attempt.span_id === null ? (
          <span className="font-medium">{name}</span>
        ) : (
          <Link to={`/traces/${traceId}?span=${attempt.span_id}`} className="font-medium hover:underline">
            {name}
          </Link>
        )}
        <Badge tone={look.tone}>{attempt.status === null ? look.name : `${look.name}, ${attempt.status}`}</Badge>
        {attempt.is_hedge && <Badge tone="info">hedge</Badge>}
        {attempt.is_byok && <Badge tone="info">own credential</Badge>}
        <code className="truncate text-subtle">{attempt.model}</code>
      </p>
      {attempt.message && <p className="mt-0.5 text-sm break-words text-muted">{attempt.message}</p>}
    </div>
  );
}

function Bar({ bar, outcome }: { bar: ReturnType<typeof attemptBars>['bars'][number]; outcome: string }) {
  if (bar === null) return <span className="self-center text-xs text-subtle">{outcome === 'passed_over' ? 'not called' : 'when it was is not kept'}</span>;
  const { attempt, left, width, first } = bar;
  const took = formatDuration((attempt.duration_ms ?? 0) * 1000);
  const words = [`began after ${formatDuration(Math.max(0, attempt.start_ms ?? 0) * 1000)}`, `took ${took}`, first !== null && attempt.outcome === 'answered' && `first event after ${formatDuration((attempt.latency_ms ?? 0) * 1000)}`];
  return (
    <div className="self-center" title={words.filter(Boolean).join(', ')}>
      <span className="sr-only">{words.filter(Boolean).join(', ')}</span>
      <div className="relative h-4 rounded-sm bg-sunken" aria-hidden>
        <span
          className={cx('absolute inset-y-0.5 rounded-sm', OUTCOMES[outcome]?.bar ?? 'bg-subtle')}
          style={{ left: `${left * 100}%`, width: `max(2px, ${width * 100}%)` }}
        />
        {first !== null && outcome === 'answered' && <span className="absolute inset-y-0 w-0.5 bg-fg" style={{ left: `${first * 100}%` }} />}
      </div>
      <span className="tabular mt-0.5 block text-right text-2xs text-muted" aria-hidden>
        {took}
        {attempt.outcome === 'answered' && attempt.latency_ms !== null && ` · first event ${formatDuration(attempt.latency_ms * 1000)}`}
      </span>
    </div>
  );
}
