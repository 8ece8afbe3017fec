import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef } from 'react';
import { defaultRangeExtractor } from '@tanstack/react-virtual';
import { useRowVirtualizer } from './useRowVirtualizer';
import { withRow } from './withRow';

/** So many frames a row has to come into view. */
const FRAMES = 30;

interface VirtualListProps<Item> {
  /** What the rows are, for screen readers. */
  label: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  rowPx: number;
  /** One row of `rowPx`; what is in it takes the keyboard by itself. */
  row: (item: Item, index: number) => ReactNode;
  /** Above the rows, and stays there. */
  heading?: ReactNode;
  /** Changes when the list shall go to its top. */
  topKey?: string;
}

/** A long list of which the rows in view are drawn. Arrow keys, Page Up and Down, Home and End move from row to row. */
export function VirtualList<Item>({ label, items, keyOf, rowPx, row, heading, topKey }: VirtualListProps<Item>) {
  const box = useRef<HTMLDivElement>(null);
  const focused = useRef(-1);
  /** The row that keys have asked for and that has not got the focus yet. */
  const wished = useRef<number | null>(null);
  // the virtualizer measures all rows again when this is another function
  const keyAt = useCallback((index: number) => keyOf(items[index] as Item), [keyOf, items]);
  const virtualizer = useRowVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    overscan: 12,
    getItemKey: keyAt,
    // a row that is gone takes the focus with it, and the next key goes nowhere
    rangeExtractor: (range) => withRow(defaultRangeExtractor(range), focused.current < range.count ? focused.current : -1),
  });

  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowPx]);
  useEffect(() => {
    if (topKey !== undefined) box.current?.scrollTo({ top: 0 });
  }, [topKey]);

  const focusRow = (index: number): boolean => {
    const link = box.current?.querySelector<HTMLElement>(`[data-index="${index}"] a, [data-index="${index}"] button`);
    link?.focus({ preventScroll: true });
    return link !== null && link !== undefined;
  };
  const moveTo = (index: number) => {
    const to = Math.min(items.length - 1, Math.max(0, index));
    virtualizer.scrollToIndex(to);
    // a row that was out of view is there after a frame or two; until then keys come from the row before it
    wished.current = to;
    const arrive = (frames: number) => {
      if (wished.current !== to) return;
      if (focusRow(to) || frames === 0) wished.current = null;
      else requestAnimationFrame(() => arrive(frames - 1));
    };
    requestAnimationFrame(() => arrive(FRAMES));
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowPx) - 1);
    const from = wished.current ?? index;
    const targets: Record<string, number> = { ArrowDown: from + 1, ArrowUp: from - 1, PageDown: from + page, PageUp: from - page, Home: 0, End: items.length - 1 };
    const to = targets[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isTyping(event.target)) return;
    event.preventDefault();
    moveTo(to);
  };

  return (
    <div ref={box} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      {heading && <div className="sticky top-0 z-10 bg-surface">{heading}</div>}
      <ul aria-label={label} className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => (
          // the keys are those of the links and buttons in the rows: what is pressed there comes by here
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li
            key={key}
            data-index={index}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            className="absolute inset-x-0"
            style={{ height: rowPx, transform: `translateY(${start}px)` }}
            onKeyDown={(event) => onKeyDown(event, index)}
            onFocus={() => (focused.current = index)}
            onBlur={() => (focused.current = -1)}
          >
            {row(items[index] as Item, index)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Text fields and choices have these keys for themselves; a box to tick has not. */
function isTyping(target: EventTarget): boolean {
  return (target instanceof HTMLInputElement && target.type !== 'checkbox') || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
}
