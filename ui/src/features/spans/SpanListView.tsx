import { useInfiniteQuery } from '@tanstack/react-query';
import { Rows3 } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { SpanSummary } from '../../api/contract';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { filterError } from '../filter/filterError';
import { UnreadableFilter } from '../filter/UnreadableFilter';
import { ListHeadings } from '../lists/ListHeadings';
import { RecordList } from '../lists/RecordList';
import { Searching } from '../lists/Searching';
import type { ColumnsState } from '../lists/useColumns';
import { useSearchOn } from '../lists/useSearchOn';
import { NewTraces } from '../traces/list/NewTraces';
import { RecordCard } from '../lists/RecordCard';
import { TraceListSkeleton } from '../lists/TraceListSkeleton';
import { type SpanFilter, spanKey, spansOf, spansQuery } from './queries';
import type { LiveSpans } from './useLiveSpans';

interface SpanListViewProps {
  filter: SpanFilter;
  live: LiveSpans;
  columns: ColumnsState<SpanSummary>;
  onTopChange: (isAtTop: boolean) => void;
  onClearFilter: () => void;
}

const addressOf = ({ trace_id, span_id }: SpanSummary): string => `/traces/${trace_id}?span=${span_id}`;
const durationOf = ({ duration_us: us }: SpanSummary): number => us;
const drawCard = (span: SpanSummary) => <RecordCard record={span} />;

/** The spans of a project in each of their states. */
export function SpanListView({ filter, live, columns: { box, shown }, onTopChange, onClearFilter }: SpanListViewProps) {
  const query = useInfiniteQuery(spansQuery(filter));
  const spans = useMemo(() => spansOf(query.data), [query.data]);
  const [toTop, setToTop] = useState(0);
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = query;
  const onMore = useCallback(() => {
    if (!isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage, isFetchNextPageError]);
  const scanned = query.data?.pages.reduce((sum, page) => sum + (page.scanned ?? 0), 0) ?? 0;
  const search = useSearchOn({ isEmpty: spans.length === 0, hasMore: hasNextPage, pages: query.data?.pages.length ?? 0, onMore });

  if (query.isError && filterError(query.error.message)) return <UnreadableFilter onClear={onClearFilter} />;
  if (query.isError && spans.length === 0) return <ErrorState title="The spans could not be loaded" error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div ref={box} className="relative flex min-h-0 flex-1 flex-col">
      {query.isPending ? (
        <TraceListSkeleton />
      ) : spans.length > 0 ? (
        <>
          <div className="hidden md:block">
            <ListHeadings columns={shown} />
          </div>
          <NewTraces
            count={live.newCount}
            isOverflow={live.isOverflow}
            onApply={() => {
              live.apply();
              setToTop(toTop + 1);
            }}
          />
          <RecordList
            label="Spans"
            noun="span"
            rows={spans}
            idOf={spanKey}
            to={addressOf}
            columns={shown}
            card={drawCard}
            measure={durationOf}
            flashes={live.flashes}
            hasMore={hasNextPage}
            onMore={onMore}
            onTopChange={onTopChange}
            onSpace={live.togglePaused}
            toTop={toTop}
          />
          {isFetchNextPageError && (
            <div className="border-t border-line p-2">
              <ErrorState inline title="More spans could not be loaded" error={query.error} onRetry={() => void fetchNextPage()} />
            </div>
          )}
        </>
      ) : search.isOn ? (
        <Searching what="spans" scanned={scanned} isPaused={search.isPaused} onGoOn={search.goOn} />
      ) : (
        <EmptyState icon={<Rows3 size={24} aria-hidden />} title={`No spans${filter.text === '' ? '' : ' like that'} in ${filter.project}`} action={filter.text !== '' && <Button onClick={onClearFilter}>Show all spans</Button>}>
          New ones appear here by themselves.
        </EmptyState>
      )}
    </div>
  );
}
