import { useInfiniteQuery } from '@tanstack/react-query';
import { MessagesSquare } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { formatCount } from '../../app/format';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { RelativeTime } from '../../components/RelativeTime';
import { ListHeadings } from '../lists/ListHeadings';
import { RecordList } from '../lists/RecordList';
import type { ColumnsState } from '../lists/useColumns';
import { TraceListSkeleton } from '../lists/TraceListSkeleton';
import { type SessionRow, sessionsQuery } from './queries';
import { SessionSums } from './SessionSums';

const idOf = ({ id }: SessionRow): string => id;

/** The sessions of a project, newest first. */
export function SessionList({ project, columns: { box, shown } }: { project: string; columns: ColumnsState<SessionRow> }) {
  const query = useInfiniteQuery(sessionsQuery(project));
  const sessions = useMemo(() => query.data?.pages.flatMap(({ data }) => data), [query.data]);
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = query;
  const onMore = useCallback(() => {
    if (!isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage, isFetchNextPageError]);
  const addressOf = useCallback(({ session_id: id }: SessionRow): string => `/sessions/${encodeURIComponent(id)}?project=${encodeURIComponent(project)}`, [project]);
  const drawCard = (session: SessionRow) => (
    <div className="flex h-[55px] flex-col justify-center gap-0.5">
      <span className="min-w-0 truncate font-mono text-xs">{session.session_id}</span>
      <span className="flex items-center gap-3 text-xs text-muted">
        <span className="tabular">{formatCount(session.traces.length)} turns</span>
        <SessionSums session={session} project={project} what="cost" />
        <RelativeTime value={session.end_time} className="ml-auto" />
      </span>
    </div>
  );
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
