import { useCallback, useEffect, useRef, useState } from 'react';
import type { TraceSummary } from '../../../api/contract';
import { useHotkeys } from '../../../app/hotkeys';
import type { TraceFilter } from '../queries';
import { useIsNarrow } from '../useIsNarrow';
import { useRowVirtualizer } from '../useRowVirtualizer';
import { keepPlace, placeIn } from './places';
import { niceMaximum } from './niceMaximum';
import { TraceRow } from './TraceRow';

const ROW_PX = 32;
const CARD_PX = 56;
/** So many rows before the end the next page is asked for. */
const AHEAD = 20;

interface TraceListProps {
  filter: TraceFilter;
  traces: TraceSummary[];
  flashes: ReadonlyMap<string, number>;
  hasMore: boolean;
  onMore: () => void;
  onTopChange: (isAtTop: boolean) => void;
  onTogglePaused: () => void;
  /** Changes when the list shall go to its top. */
  toTop: number;
}

/** The rows in view of a list that grows at both ends. */
export function TraceList({ filter, traces, flashes, hasMore, onMore, onTopChange, onTogglePaused, toTop }: TraceListProps) {
  const isCard = useIsNarrow();
  const box = useRef<HTMLDivElement>(null);
  const selectedLink = useRef<HTMLAnchorElement>(null);
  const [place] = useState(() => placeIn(filter));
  const [selectedId, setSelectedId] = useState(place.selectedId);
  const rowPx = isCard ? CARD_PX : ROW_PX;
  const virtualizer = useRowVirtualizer({
    count: traces.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => traces[index]?.trace_id ?? index,
    initialOffset: place.offset,
    overscan: 10,
  });
  const items = virtualizer.getVirtualItems();
  const lastIndex = items.at(-1)?.index ?? 0;
  const longestUs = niceMaximum(items.map((item) => traces[item.index]?.duration_us ?? 0));
  const selectedIndex = selectedId === null ? -1 : traces.findIndex((trace) => trace.trace_id === selectedId);

  useEffect(() => virtualizer.measure(), [virtualizer, rowPx]);
  useEffect(() => {
    if (hasMore && lastIndex >= traces.length - AHEAD) onMore();
  }, [hasMore, lastIndex, traces.length, onMore]);
  useEffect(() => {
    if (toTop > 0) box.current?.scrollTo({ top: 0 });
  }, [toTop]);

  const select = useCallback(
    (traceId: string) => {
      setSelectedId(traceId);
      keepPlace(filter, { selectedId: traceId });
    },
    [filter],
  );
  const moveTo = (index: number): void => {
    const trace = traces[Math.max(0, Math.min(traces.length - 1, index))];
    if (!trace) return;
    select(trace.trace_id);
    virtualizer.scrollToIndex(traces.indexOf(trace), { align: 'auto' });
    // the row may only now be drawn
    requestAnimationFrame(() => requestAnimationFrame(() => selectedLink.current?.focus({ preventScroll: true })));
  };
  const down = { label: 'Next trace', group: 'Traces', run: () => moveTo(selectedIndex + 1) };
  const up = { label: 'Previous trace', group: 'Traces', run: () => moveTo(selectedIndex < 0 ? 0 : selectedIndex - 1) };
  useHotkeys([
    { keys: 'j', ...down },
    { keys: 'k', ...up },
    { keys: 'ArrowDown', ...down },
    { keys: 'ArrowUp', ...up },
    { keys: 'Home', label: 'First trace', group: 'Traces', run: () => moveTo(0) },
  ]);

  return (
    <div
      ref={box}
      onScroll={(event) => {
        const offset = event.currentTarget.scrollTop;
        keepPlace(filter, { offset });
        onTopChange(offset < rowPx);
      }}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain [scrollbar-gutter:stable] [scrollbar-width:thin]"
    >
      <ul aria-label="Traces" className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const trace = traces[item.index];
          return (
            trace && (
              <li
                key={item.key}
                aria-setsize={hasMore ? -1 : traces.length}
                aria-posinset={item.index + 1}
                // a row's place changes only when rows arrive above it: it then slides down
                className="absolute inset-x-0 top-0 transition-transform duration-150"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <TraceRow
                  trace={trace}
                  isSelected={trace.trace_id === selectedId}
                  flash={flashes.get(trace.trace_id) ?? 0}
                  longestUs={longestUs}
                  isCard={isCard}
                  link={trace.trace_id === selectedId ? selectedLink : null}
                  onOpen={select}
                  onSpace={onTogglePaused}
                />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
