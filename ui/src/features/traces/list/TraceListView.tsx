import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { TraceSummary } from '../../../api/contract';
import { ErrorState } from '../../../components/ErrorState';
import { filterError } from '../../filter/filterError';
import { UnreadableFilter } from '../../filter/UnreadableFilter';
import { ListHeadings } from '../../lists/ListHeadings';
import { RecordList } from '../../lists/RecordList';
import { Searching } from '../../lists/Searching';
import type { ColumnsState } from '../../lists/useColumns';
import { useSearchOn } from '../../lists/useSearchOn';
import { type TraceFilter, tracesQuery } from '../queries';
import { FailedAttempts } from './FailedAttempts';
import { tracesOf } from './liveTraces';
import { NewTraces } from './NewTraces';
import { NoTraces } from './NoTraces';
import { keepPlace, placeIn } from './places';
import { RecordCard } from '../../lists/RecordCard';
import { TraceListSkeleton } from '../../lists/TraceListSkeleton';
import type { LiveTraces } from './useLiveTraces';

interface TraceListViewProps {
  filter: TraceFilter;
  live: LiveTraces;
  columns: ColumnsState<TraceSummary>;
  onTopChange: (isAtTop: boolean) => void;
  onClearFilter: () => void;
}

const idOf = ({ trace_id: id }: TraceSummary): string => id;
const addressOf = ({ trace_id: id }: TraceSummary): string => `/traces/${id}`;
const durationOf = ({ duration_us: us }: TraceSummary): number => us;
const drawCard = (trace: TraceSummary) => <RecordCard record={trace} badge={<FailedAttempts trace={trace} isShort />} />;

/** The list in each of its states: loading, failed, searching, empty, filled. */
export function TraceListView({ filter, live, columns: { box, shown }, onTopChange, onClearFilter }: TraceListViewProps) {
  const query = useInfiniteQuery(tracesQuery(filter));
  const traces = useMemo(() => tracesOf(query.data), [query.data]);
  const [toTop, setToTop] = useState(0);
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = query;
  const onMore = useCallback(() => {
    if (!isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage, isFetchNextPageError]);
  const scanned = query.data?.pages.reduce((sum, page) => sum + (page.scanned ?? 0), 0) ?? 0;
  const search = useSearchOn({ isEmpty: traces.length === 0, hasMore: hasNextPage, pages: query.data?.pages.length ?? 0, onMore });
  const onPlace = useCallback((change: Parameters<typeof keepPlace>[1]) => keepPlace(filter, change), [filter]);
  const onApply = () => {
    live.apply();
    setToTop((before) => before + 1);
  };

  if (query.isError && filterError(query.error.message)) return <UnreadableFilter onClear={onClearFilter} />;
  if (query.isError && traces.length === 0) return <ErrorState title="The traces could not be loaded" error={query.error} onRetry={() => void query.refetch()} />;
  const isEmpty = traces.length === 0 && live.newCount === 0;
  return (
    <div ref={box} className="relative flex min-h-0 flex-1 flex-col">
      {query.isPending ? (
        <TraceListSkeleton />
      ) : isEmpty && search.isOn ? (
        <Searching what="traces" scanned={scanned} isPaused={search.isPaused} onGoOn={search.goOn} />
      ) : isEmpty ? (
        <NoTraces filter={filter} onClearFilter={onClearFilter} />
      ) : (
        <>
          <div className="hidden md:block">
            <ListHeadings columns={shown} />
          </div>
          <NewTraces count={live.newCount} isOverflow={live.isOverflow} onApply={onApply} />
          <RecordList
            label="Traces"
            noun="trace"
            rows={traces}
            idOf={idOf}
            to={addressOf}
            columns={shown}
            card={drawCard}
            measure={durationOf}
            flashes={live.flashes}
            hasMore={hasNextPage}
            onMore={onMore}
            onTopChange={onTopChange}
            onSpace={live.togglePaused}
            place={placeIn(filter)}
            onPlace={onPlace}
            toTop={toTop}
          />
          {isFetchNextPageError && (
            <div className="border-t border-line p-2">
              <ErrorState inline title="More traces could not be loaded" error={query.error} onRetry={() => void fetchNextPage()} />
            </div>
          )}
        </>
      )}
    </div>
  );
}
