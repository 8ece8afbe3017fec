import { type KeyboardEvent, type PointerEvent, useState } from 'react';

/** Which piece of time and which series is looked at, and where a selection began. */
export interface PlotCursor {
  index: number;
  seriesId: string | null;
  anchor: number | null;
}

interface PlotCursorOptions {
  /** How many pieces of time there are. */
  count: number;
  seriesIds: readonly string[];
  /** The piece under a pointer. */
  indexAt: (event: PointerEvent) => number;
  /** The series under a pointer. */
  seriesAt: (event: PointerEvent, index: number) => string | null;
  /** First and last piece of a finished selection. */
  onSelect: ((first: number, last: number) => void) | undefined;
  onPick: ((index: number, seriesId: string | null) => void) | undefined;
}

const PAGE = 10;

/** Pointer and keys on a plot: both look at pieces of time, select a span of them, and pick one. */
export function usePlotCursor({ count, seriesIds, indexAt, seriesAt, onSelect, onPick }: PlotCursorOptions) {
  const [looked, setCursor] = useState<PlotCursor | null>(null);
  // new data may be shorter
  const cursor = looked === null || count === 0 ? null : { ...looked, index: Math.min(looked.index, count - 1) };

  const finish = (at: PlotCursor) => {
    const { anchor, index, seriesId } = at;
    setCursor({ ...at, anchor: null });
    if (anchor !== null && anchor !== index && onSelect) onSelect(Math.min(anchor, index), Math.max(anchor, index));
    else onPick?.(index, seriesId);
  };

  const at = (event: PointerEvent, anchor: number | null): PlotCursor => {
    const index = indexAt(event);
    return { index, seriesId: seriesAt(event, index), anchor };
  };

  const move = (by: number, isExtending: boolean) => {
    const from = cursor?.index ?? (by > 0 ? -1 : count);
    const index = Math.max(0, Math.min(count - 1, from + by));
    setCursor({ index, seriesId: cursor?.seriesId ?? null, anchor: isExtending && onSelect ? (cursor?.anchor ?? cursor?.index ?? index) : null });
  };

  const moveSeries = (by: number) => {
    if (!cursor || seriesIds.length === 0) return;
    const place = cursor.seriesId === null ? (by > 0 ? -1 : 0) : seriesIds.indexOf(cursor.seriesId);
    setCursor({ ...cursor, seriesId: seriesIds.at((place + by) % seriesIds.length) ?? null });
  };

  const keys: Record<string, (isExtending: boolean) => void> = {
    ArrowLeft: (isExtending) => move(-1, isExtending),
    ArrowRight: (isExtending) => move(1, isExtending),
    PageUp: (isExtending) => move(-PAGE, isExtending),
    PageDown: (isExtending) => move(PAGE, isExtending),
    Home: (isExtending) => move(-count, isExtending),
    End: (isExtending) => move(count, isExtending),
    // the first series lies at the bottom of a stack
    ArrowUp: () => moveSeries(1),
    ArrowDown: () => moveSeries(-1),
    Enter: () => cursor && finish(cursor),
    Escape: () => setCursor(null),
  };

  return {
    cursor,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        if (event.button !== 0 || count === 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const index = indexAt(event);
        setCursor({ index, seriesId: seriesAt(event, index), anchor: onSelect ? index : null });
      },
      onPointerMove: (event: PointerEvent) => {
        if (count > 0) setCursor(at(event, event.buttons === 0 ? null : (cursor?.anchor ?? null)));
      },
      onPointerUp: (event: PointerEvent) => {
        if (event.button === 0 && count > 0) finish(at(event, cursor?.anchor ?? null));
      },
      onPointerCancel: () => setCursor(null),
      onPointerLeave: (event: PointerEvent) => {
        if (event.buttons === 0) setCursor(null);
      },
      onBlur: () => setCursor(null),
      onKeyDown: (event: KeyboardEvent) => {
        const run = keys[event.key];
        if (!run || count === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        run(event.shiftKey);
      },
    },
  };
}
