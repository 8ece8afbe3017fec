import { MessagesSquare } from 'lucide-react';
import { useCallback } from 'react';
import { formatCount } from '../../app/format';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { RelativeTime } from '../../components/RelativeTime';
import { ListHeadings } from '../lists/ListHeadings';
import { RecordList } from '../lists/RecordList';
import type { ColumnsState } from '../lists/useColumns';
import { TraceListSkeleton } from '../lists/TraceListSkeleton';
import { SessionSums } from './SessionSums';
import { type SummedSession, useSessions } from './useSessions';

const idOf = ({ id }: SummedSession): string => id;

/** The sessions of a project, newest first. */
export function SessionList({ project, columns: { box, shown } }: { project: string; columns: ColumnsState<SummedSession> }) {
  const { query, sessions } = useSessions(project);
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = query;
  const onMore = useCallback(() => {
    if (!isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage, isFetchNextPageError]);
  const addressOf = useCallback(({ session_id: id }: SummedSession): string => `/sessions/${encodeURIComponent(id)}?project=${encodeURIComponent(project)}`, [project]);
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      {query.isError && !sessions ? (
        <ErrorState title="The sessions could not be loaded" error={query.error} onRetry={() => void query.refetch()} />
      ) : !sessions ? (
        <TraceListSkeleton />
      ) : sessions.length === 0 ? (
        <EmptyState icon={<MessagesSquare size={24} aria-hidden />} title={`No sessions in ${project}`}>
          A session is a conversation of several traces. Name it with <code>session_id</code> in a request, or <code>session.id</code> on a span.
        </EmptyState>
      ) : (
        <>
          <div className="hidden md:block">
            <ListHeadings columns={shown} />
          </div>
          <RecordList label="Sessions" noun="session" rows={sessions} idOf={idOf} to={addressOf} columns={shown} card={drawCard} hasMore={hasNextPage} onMore={onMore} />
        </>
      )}
    </div>
  );
}

const drawCard = (session: SummedSession) => (
  <div className="flex h-[55px] flex-col justify-center gap-0.5">
    <span className="min-w-0 truncate font-mono text-xs">{session.session_id}</span>
    <span className="flex items-center gap-3 text-xs text-muted">
      <span className="tabular">{formatCount(session.traces.length)} {session.traces.length === 1 ? 'turn' : 'turns'}</span>
      <SessionSums sums={session.sums} what="cost" />
      <RelativeTime value={session.end_time} className="ml-auto" />
    </span>
  </div>
);
