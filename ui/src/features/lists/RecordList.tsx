import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useHotkeys } from '../../app/hotkeys';
import { niceMaximum } from './niceMaximum';
import { useIsNarrow } from '../../components/useIsNarrow';
import { useRowVirtualizer } from '../../components/useRowVirtualizer';
import type { Column } from './columns';
import { RecordRow } from './RecordRow';

const ROW_PX = 32;
const CARD_PX = 56;
/** So many rows before the end the next page is asked for. */
const AHEAD = 20;
const NO_FLASHES: ReadonlyMap<string, number> = new Map();

/** Where the reader is in a list. */
export interface ListPlace {
  offset: number;
  selectedId: string | null;
}

const START: ListPlace = { offset: 0, selectedId: null };

interface RecordListProps<Row> {
  /** What the rows are: "Traces". */
  label: string;
  /** One of them: "trace". */
  noun: string;
  rows: readonly Row[];
  idOf: (row: Row) => string;
  to: (row: Row) => string;
  columns: readonly Column<Row>[];
  card: (row: Row) => ReactNode;
  /** What the bars of a row show; rows in view share their scale. */
  measure?: (row: Row) => number;
  flashes?: ReadonlyMap<string, number>;
  hasMore?: boolean;
  onMore?: () => void;
  onTopChange?: (isAtTop: boolean) => void;
  onSpace?: () => void;
  place?: ListPlace;
  onPlace?: (change: Partial<ListPlace>) => void;
  /** Changes when the list shall go to its top. */
  toTop?: number;
}

/** The rows in view of a list that grows at both ends. Rows are links; arrow keys move between them. */
export function RecordList<Row>(props: RecordListProps<Row>) {
  const { label, noun, rows, idOf, to, columns, card, measure, flashes = NO_FLASHES, hasMore = false, onMore, onTopChange, onSpace, onPlace, toTop = 0 } = props;
  const isCard = useIsNarrow();
  const box = useRef<HTMLDivElement>(null);
  const selectedLink = useRef<HTMLAnchorElement>(null);
  const [place] = useState(props.place ?? START);
  const [selectedId, setSelectedId] = useState(place.selectedId);
  const rowPx = isCard ? CARD_PX : ROW_PX;
  // the virtualizer measures all rows again when this is another function
  const keyAt = useCallback(
    (index: number) => {
      const row = rows[index];
      return row === undefined ? index : idOf(row);
    },
    [rows, idOf],
  );
  const virtualizer = useRowVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    getItemKey: keyAt,
    initialOffset: place.offset,
    overscan: 10,
  });
  const items = virtualizer.getVirtualItems();
  const lastIndex = items.at(-1)?.index ?? 0;
  const drawn = items.map((item) => rows[item.index]).filter((row) => row !== undefined);
  const scale = measure ? niceMaximum(drawn.map(measure)) : 1;
  const selectedIndex = selectedId === null ? -1 : rows.findIndex((row) => idOf(row) === selectedId);

  useEffect(() => virtualizer.measure(), [virtualizer, rowPx]);
  useEffect(() => {
    if (hasMore && lastIndex >= rows.length - AHEAD) onMore?.();
  }, [hasMore, lastIndex, rows.length, onMore]);
  useEffect(() => {
    if (toTop > 0) box.current?.scrollTo({ top: 0 });
  }, [toTop]);

  const select = useCallback(
    (id: string) => {
      setSelectedId(id);
      onPlace?.({ selectedId: id });
    },
    [onPlace],
  );
  const moveTo = (wanted: number): void => {
    const index = Math.max(0, Math.min(rows.length - 1, wanted));
    const row = rows[index];
    if (row === undefined) return;
    select(idOf(row));
    virtualizer.scrollToIndex(index, { align: 'auto' });
    // the row may only now be drawn
    requestAnimationFrame(() => requestAnimationFrame(() => selectedLink.current?.focus({ preventScroll: true })));
  };
  const down = { label: `Next ${noun}`, group: label, run: () => moveTo(selectedIndex + 1) };
  const up = { label: `Previous ${noun}`, group: label, run: () => moveTo(selectedIndex < 0 ? 0 : selectedIndex - 1) };
  useHotkeys([
    { keys: 'j', ...down },
    { keys: 'k', ...up },
    { keys: 'ArrowDown', ...down },
    { keys: 'ArrowUp', ...up },
    { keys: 'Home', label: `First ${noun}`, group: label, run: () => moveTo(0) },
  ]);

  return (
    <div
      ref={box}
      onScroll={(event) => {
        const offset = event.currentTarget.scrollTop;
        onPlace?.({ offset });
        onTopChange?.(offset < rowPx);
      }}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain [scrollbar-gutter:stable] [scrollbar-width:thin]"
    >
      <ul aria-label={label} className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const id = idOf(row);
          return (
            <li
              key={item.key}
              aria-setsize={hasMore ? -1 : rows.length}
              aria-posinset={item.index + 1}
              // a row's place changes only when rows arrive above it: it then slides down
              className="absolute inset-x-0 top-0 transition-transform duration-150"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <RecordRow
                id={id}
                row={row}
                to={to(row)}
                columns={columns}
                scale={scale}
                isSelected={id === selectedId}
                isTabStop={selectedIndex < 0 ? item.index === items[0]?.index : id === selectedId}
                flash={flashes.get(id) ?? 0}
                card={isCard ? card : null}
                link={id === selectedId ? selectedLink : null}
                onOpen={select}
                onSpace={onSpace}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
