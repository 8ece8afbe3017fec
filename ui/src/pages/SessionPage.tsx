import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useEffect } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { formatCount } from '../app/format';
import { CopyButton } from '../components/CopyButton';
import { EmptyState } from '../components/EmptyState';
import { ErrorState } from '../components/ErrorState';
import { Money } from '../components/Money';
import { PageHeader } from '../components/PageHeader';
import { quoted } from '../features/filter/filterCompletions';
import { sumsOf } from '../features/metrics/metricsSeries';
import { sessionSumsQuery, sessionTracesQuery } from '../features/sessions/queries';
import { Turn } from '../features/sessions/Turn';
import { Fact } from '../features/traces/detail/Facts';
import { TraceListSkeleton } from '../features/lists/TraceListSkeleton';
import { loadMarkdown } from '../components/value/MarkdownText';

/** A session as the conversation it was; /sessions/{session id}?project=NAME. Projects may use one id for sessions of their own. */
export function SessionPage() {
  const { sessionId = '' } = useParams();
  const [params] = useSearchParams();
  const { data, error, refetch } = useQuery(sessionTracesQuery(sessionId, params.get('project')));
  useEffect(() => void loadMarkdown(), []);
  const first = data?.traces[0];
  const last = data?.traces.at(-1);
  const { data: points } = useQuery({
    ...sessionSumsQuery({ session_id: sessionId, start_time: first?.start_time ?? '', end_time: last?.start_time ?? '' }, first?.project ?? ''),
    enabled: first !== undefined,
  });
  const sums = points && sumsOf(points);
  return (
    <>
      <PageHeader
        documentTitle={`Session ${sessionId}`}
        leading={
          <Link
            to={first ? `/sessions?project=${encodeURIComponent(first.project)}` : '/sessions'}
            aria-label="Back to the sessions"
            title="Back to the sessions"
            className="-ml-1 inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-fg"
          >
            <ArrowLeft size={16} aria-hidden />
          </Link>
        }
        title={<span className="font-mono text-sm">{sessionId}</span>}
        actions={
          <>
            <CopyButton text={sessionId} label="Copy session id" />
            <Link to={`/traces?${new URLSearchParams({ ...(first ? { project: first.project } : {}), filter: `session.id == ${quoted(sessionId)}` }).toString()}`} className="text-xs text-accent hover:underline">
              As traces
            </Link>
          </>
        }
      />
      {data && first && (
        <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-5 gap-y-1 border-b border-line bg-surface px-4 py-1.5 text-xs">
          <Fact name="Turns">{formatCount(data.traces.length)}{data.isPartial && '+'}</Fact>
          <Fact name="Project">{first.project}</Fact>
          {first.user_id && <Fact name="User">{first.user_id}</Fact>}
          {sums && <Fact name="Calls">{formatCount(sums.calls)}</Fact>}
          {sums && <Fact name="Tokens">{formatCount(sums.totalTokens)}</Fact>}
          {sums && <Fact name="Cost"><Money usd={sums.cost} /></Fact>}
          {sums && sums.errors > 0 && <Fact name="Failed spans"><span className="text-danger">{formatCount(sums.errors)}</span></Fact>}
        </div>
      )}
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        {error ? (
          <ErrorState title="The session could not be loaded" error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <TraceListSkeleton />
        ) : data.traces.length === 0 ? (
          <EmptyState title="Nothing of this session is here">No trace names it. It may be older than traces are kept.</EmptyState>
        ) : (
          <ol aria-label="Conversation" className="mx-auto max-w-[60rem] divide-y divide-line px-4">
            {data.traces.map((trace, index) => (
              <Turn key={trace.trace_id} trace={trace} number={index + 1} />
            ))}
          </ol>
        )}
      </div>
    </>
  );
}
