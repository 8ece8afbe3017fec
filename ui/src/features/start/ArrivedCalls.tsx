import { ArrowRight } from 'lucide-react';
import { Link } from 'react-router';
import type { TraceSummary } from '../../api/contract';
import type { LiveState } from '../../api/live';
import { cx } from '../../app/cx';
import { buttonClass } from '../../components/Button';
import { Duration } from '../../components/Duration';
import { ErrorState } from '../../components/ErrorState';
import { KindIcon } from '../../components/KindIcon';
import { Money } from '../../components/Money';
import { RelativeTime } from '../../components/RelativeTime';
import { Section } from '../../components/Section';
import { Skeleton } from '../../components/Skeleton';
import { StatusBadge } from '../../components/StatusBadge';
import { StatusDot } from '../../components/StatusDot';
import { Tokens } from '../../components/Tokens';
import { useRecentTraces } from './recentTraces';

const LIVE_TEXTS: Record<LiveState, string> = { open: 'Listening', connecting: 'Connecting', paused: 'Paused', closed: 'Reconnecting' };

/** Waits for the first call and shows it when it comes, whatever came of it; then the last five. */
export function ArrivedCalls() {
  const { traces, error, refetch, live } = useRecentTraces();
  const [newest, ...earlier] = traces ?? [];
  return (
    <Section
      title="Calls"
      aside={
        <p className="flex items-center gap-2 text-xs text-subtle">
          <span aria-hidden className={cx('size-1.5 rounded-full', live === 'open' ? 'animate-breathe bg-accent' : 'bg-line-strong')} />
          {LIVE_TEXTS[live]}
        </p>
      }
    >
      <p role="status" className="sr-only">
        {newest && `Newest call: ${newest.name}, ${newest.model ?? 'no model'}, ${newest.status}`}
      </p>
      <div>
        {newest ? <NewestCall key={newest.trace_id} call={newest} /> : traces ? <Waiting /> : error ? <ErrorState title="The traces could not be read" error={error} onRetry={refetch} /> : <Loading />}
      </div>
      {earlier.length > 0 && (
        <ul aria-label="Earlier calls" className="border-t border-line">
          {earlier.map((call) => (
            <EarlierCall key={call.trace_id} call={call} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Waiting() {
  return (
    <div className="px-4 py-9 text-center">
      <p className="font-medium">Waiting for the first call…</p>
      <p className="mx-auto mt-1 max-w-72 text-muted">Run a snippet, or send one from here. It shows up on its own, also when it fails.</p>
    </div>
  );
}

function Loading() {
  return (
    <div className="flex flex-col gap-3 px-4 py-5">
      <Skeleton className="w-2/3" />
      <Skeleton className="w-1/2" />
      <Skeleton className="w-3/5" />
    </div>
  );
}

function NewestCall({ call }: { call: TraceSummary }) {
  return (
    <article data-testid="arrived-call" className="animate-arrive p-3.5">
      <div className="flex items-center gap-2">
        <KindIcon kind={call.kind} size={16} />
        <h3 className="min-w-0 flex-1 truncate font-medium" title={call.name}>
          {call.name}
        </h3>
        <StatusBadge status={call.status} message={call.status_message} />
      </div>
      {call.status_message !== '' && <p className="mt-2 line-clamp-4 rounded-md bg-danger-soft px-2.5 py-1.5 text-xs break-words text-danger">{call.status_message}</p>}
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-xs">
        <Fact name="Model">{call.model}</Fact>
        <Fact name="Provider">{call.provider}</Fact>
        <Fact name="Project">{call.project}</Fact>
        <Fact name="Tokens">
          <Tokens count={call.total_tokens} />
          {call.prompt_tokens !== null && call.completion_tokens !== null && (
            <span className="text-subtle">
              {' '}
              = <Tokens count={call.prompt_tokens} /> in + <Tokens count={call.completion_tokens} /> out
            </span>
          )}
        </Fact>
        <Fact name="Cost">
          <Money usd={call.cost} />
        </Fact>
        <Fact name="Latency">
          <Duration us={call.duration_us} />
        </Fact>
        <Fact name="Arrived">
          <RelativeTime value={call.received_at} />
        </Fact>
      </dl>
      <Link to={`/traces/${call.trace_id}`} className={cx(buttonClass('primary'), 'mt-4 w-full')}>
        Open the trace <ArrowRight size={14} aria-hidden />
      </Link>
    </article>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-subtle">{name}</dt>
      <dd className="min-w-0 truncate text-right font-mono">{children ?? <span className="text-subtle">—</span>}</dd>
    </>
  );
}

function EarlierCall({ call }: { call: TraceSummary }) {
  return (
    <li className="border-b border-line last:border-0">
      <Link to={`/traces/${call.trace_id}`} className="flex h-8 items-center gap-2.5 px-3.5 text-xs -outline-offset-2! hover:bg-hover">
        <StatusDot status={call.status} />
        <span className="min-w-0 flex-1 truncate">{call.model ?? call.name}</span>
        <Duration us={call.duration_us} className="font-mono text-muted" />
        <RelativeTime value={call.received_at} className="w-14 text-right text-subtle" />
      </Link>
    </li>
  );
}
