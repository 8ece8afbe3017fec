import { type ReactNode, useEffect, useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';

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

/** A long list of which the rows in view are drawn. Arrow keys move from row to row. */
export function VirtualList<Item>({ label, items, keyOf, rowPx, row, heading, topKey }: VirtualListProps<Item>) {
  const box = useRef<HTMLDivElement>(null);
  // the compiler that this rule warns about is not used: what the virtualizer returns is never memoized
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    overscan: 12,
    getItemKey: (index) => keyOf(items[index] as Item),
  });

  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowPx]);
  useEffect(() => {
    if (topKey !== undefined) box.current?.scrollTo({ top: 0 });
  }, [topKey]);

  const move = (from: number, by: number) => {
    const to = Math.min(items.length - 1, Math.max(0, from + by));
    virtualizer.scrollToIndex(to);
    // a row that was out of view is there after the next frame
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-index="${to}"] a, [data-index="${to}"] button`)?.focus({ preventScroll: true }));
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
            onKeyDown={(event) => {
              const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
              if (by === 0 || event.altKey || event.metaKey || event.target instanceof HTMLInputElement) return;
              event.preventDefault();
              move(index, by);
            }}
          >
            {row(items[index] as Item, index)}
          </li>
        ))}
      </ul>
    </div>
  );
}
