import { type ReactNode, useEffect, useRef } from 'react';
import { cx } from '../../app/cx';
import { useRowVirtualizer } from '../useRowVirtualizer';

interface VirtualRowsProps {
  count: number;
  /** Height of most rows, pixels. */
  estimate: number;
  /** Rows differ in height. */
  isMeasured?: boolean;
  /** Name for screen readers; the box scrolls, so the keyboard reaches it. */
  label: string;
  /** Scrolls this row into view whenever it changes. */
  showRow?: number | undefined;
  /** Height of the box: `max-h-…` or `h-full`. */
  className?: string;
  row: (index: number) => ReactNode;
}

/** A box that scrolls over many rows and draws those in view. */
export function VirtualRows({ count, estimate, isMeasured = false, label, showRow, className, row }: VirtualRowsProps) {
  const box = useRef<HTMLDivElement>(null);
  const virtualizer = useRowVirtualizer({ count, getScrollElement: () => box.current, estimateSize: () => estimate, overscan: 12 });

  useEffect(() => {
    if (showRow !== undefined && showRow >= 0) virtualizer.scrollToIndex(showRow, { align: 'center' });
  }, [showRow, virtualizer]);

  return (
    <div
      ref={box}
      // scrolls, so the keyboard has to reach it
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={label}
      className={cx('overflow-auto overscroll-contain -outline-offset-2!', className)}
    >
      <div className="relative min-w-full" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => (
          <div
            key={item.key}
            data-index={item.index}
            ref={isMeasured ? virtualizer.measureElement : undefined}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${item.start}px)`, ...(isMeasured ? {} : { height: estimate }) }}
          >
            {row(item.index)}
          </div>
        ))}
      </div>
    </div>
  );
}
