import { useInfiniteQuery } from '@tanstack/react-query';
import { ListTree } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { Button, buttonClass } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorState } from '../../../components/ErrorState';
import { type TraceFilter, tracesQuery } from '../queries';
import { tracesOf } from './liveTraces';
import { NewTraces } from './NewTraces';
import { TraceHeadings } from './TraceHeadings';
import { TraceList } from './TraceList';
import { TraceListSkeleton } from './TraceListSkeleton';
import type { LiveTraces } from './useLiveTraces';

interface TraceListViewProps {
  filter: TraceFilter;
  live: LiveTraces;
  onTopChange: (isAtTop: boolean) => void;
  onClearFilter: () => void;
}

/** The list in each of its states: loading, failed, empty, filled. */
export function TraceListView({ filter, live, onTopChange, onClearFilter }: TraceListViewProps) {
  const query = useInfiniteQuery(tracesQuery(filter));
  const traces = useMemo(() => tracesOf(query.data), [query.data]);
  const [toTop, setToTop] = useState(0);
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = query;
  const onMore = useCallback(() => {
    if (!isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage, isFetchNextPageError]);
  const onApply = () => {
    live.apply();
    setToTop((before) => before + 1);
  };

  if (query.isPending) return <TraceListSkeleton />;
  if (query.isError && traces.length === 0) return <ErrorState title="The traces could not be loaded" error={query.error} onRetry={() => void query.refetch()} />;
  if (traces.length === 0 && live.newCount === 0) return <NoTraces filter={filter} onClearFilter={onClearFilter} />;

  return (
    <div className="@container/list relative flex min-h-0 flex-1 flex-col">
      <div className="hidden md:block">
        <TraceHeadings />
      </div>
      <NewTraces count={live.newCount} isOverflow={live.isOverflow} onApply={onApply} />
      <TraceList
        filter={filter}
        traces={traces}
        flashes={live.flashes}
        hasMore={hasNextPage}
        onMore={onMore}
        onTopChange={onTopChange}
        onTogglePaused={live.togglePaused}
        toTop={toTop}
      />
      {isFetchNextPageError && (
        <div className="border-t border-line p-2">
          <ErrorState inline title="More traces could not be loaded" error={query.error} onRetry={() => void fetchNextPage()} />
        </div>
      )}
    </div>
  );
}

function NoTraces({ filter, onClearFilter }: { filter: TraceFilter; onClearFilter: () => void }) {
  const icon = <ListTree size={24} aria-hidden />;
  if (filter.onlyErrors || filter.project !== null) {
    const what = filter.onlyErrors ? 'No failed traces' : 'No traces';
    return (
      <EmptyState icon={icon} title={filter.project === null ? what : `${what} in ${filter.project}`} action={<Button onClick={onClearFilter}>Show all traces</Button>}>
        New ones appear here by themselves.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={icon} title="No traces yet" action={<Link to="/start" className={buttonClass('primary')}>Connect an application</Link>}>
      Every call through the gateway is traced, and any OpenTelemetry program can send its spans here.
    </EmptyState>
  );
}
