import { defaultRangeExtractor } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import type { SpanNode } from '../../../api/contract';
import { useHotkeys } from '../../../app/hotkeys';
import { useRowVirtualizer } from '../../../components/useRowVirtualizer';
import { withRow } from '../../../components/withRow';
import { SpanRow, spanRowId } from './SpanRow';
import { TimeAxis, TimeGrid } from './TimeAxis';
import { timeScale } from './timeScale';
import { TreeToolbar } from './TreeToolbar';
import { TREE_COLUMNS } from './treeColumns';
import { useSpanTree } from './useSpanTree';
import { useWidth } from './useWidth';

const ROW_PX = 32;
const PAGE_ROWS = 15;
const OVERSCAN = 8;

interface SpanTreeProps {
  spans: SpanNode[];
  errors: number;
  selectedId: string | null;
  onSelect: (spanId: string) => void;
  /** The reader wants the detail of the selected span. */
  onOpen: (spanId: string) => void;
  /** The detail of this span may be wanted next. */
  onExpect: (spanId: string) => void;
}

/** The spans of a trace as a tree beside their bars on one time scale; draws the rows in view, so any number opens at once. */
export function SpanTree({ spans, errors, selectedId, onSelect, onOpen, onExpect }: SpanTreeProps) {
  const state = useSpanTree(spans, selectedId, onSelect);
  const { tree, rows, row, folded, filter, toggle, move, left, right } = state;
  const box = useRef<HTMLDivElement>(null);
  const filterInput = useRef<HTMLInputElement>(null);
  const [axis, axisPx] = useWidth<HTMLDivElement>();
  const scale = useMemo(() => timeScale(tree.startUs, tree.endUs, axisPx), [tree, axisPx]);
  // the virtualizer measures all rows again when this is another function
  const keyAt = useCallback((at: number) => tree.spans[rows[at] ?? 0]?.span_id ?? at, [tree, rows]);
  const virtualizer = useRowVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    getItemKey: keyAt,
    overscan: OVERSCAN,
    // aria-activedescendant names the selected row, so it has to be there when it is scrolled out of view
    rangeExtractor: (range) => withRow(defaultRangeExtractor(range), row),
  });

  const items = virtualizer.getVirtualItems();

  // a link's span comes to the middle; after that the list moves no more than it has to
  const isFirst = useRef(true);
  useEffect(() => {
    if (row >= 0) virtualizer.scrollToIndex(row, { align: isFirst.current ? 'center' : 'auto' });
    isFirst.current = false;
  }, [row, selectedId, virtualizer]);

  useEffect(() => {
    const focused = document.activeElement;
    if (focused === document.body || focused?.tagName === 'H1') box.current?.focus({ preventScroll: true });
  }, []);

  // the neighbours of what is read are read next
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const at of [row + 1, row - 1]) {
        const id = tree.spans[rows[at] ?? -1]?.span_id;
        if (id !== undefined) onExpect(id);
      }
    }, 150);
    return () => clearTimeout(timer);
  }, [tree, rows, row, onExpect]);

  const hover = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(hover.current), []);
  const actions = useMemo(() => {
    const idOf = (index: number): string => tree.spans[index]?.span_id ?? '';
    return {
      onSelect: (index: number) => onOpen(idOf(index)),
      onHover: (index: number) => {
        clearTimeout(hover.current);
        hover.current = setTimeout(() => onExpect(idOf(index)), 80);
      },
    };
  }, [tree, onOpen, onExpect]);

  const openSelected = (): void => {
    if (selectedId !== null) onOpen(selectedId);
    document.querySelector<HTMLElement>('#span-detail [role="tab"][aria-selected="true"]')?.focus();
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    ArrowLeft: left,
    ArrowRight: right,
    PageDown: () => move(PAGE_ROWS),
    PageUp: () => move(-PAGE_ROWS),
    Home: () => move(-rows.length),
    End: () => move(rows.length),
    Enter: openSelected,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const run = keys[event.key];
    if (!run || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    run();
  };
  useHotkeys([
    { keys: 'j', label: 'Next span', group: 'Trace', run: () => move(1) },
    { keys: 'k', label: 'Previous span', group: 'Trace', run: () => move(-1) },
    { keys: 'o', label: 'Go to the detail of the span', group: 'Trace', run: openSelected },
  ]);

  return (
    <div className="@container/tree flex min-h-0 flex-1 flex-col bg-surface">
      <TreeToolbar state={state} errors={errors} input={filterInput} onLeave={() => box.current?.focus()} />
      <div className={`${TREE_COLUMNS} h-6 shrink-0 overflow-hidden border-b border-line pr-3 [scrollbar-gutter:stable] [scrollbar-width:thin]`}>
        <span className="pl-3 text-2xs text-subtle">Span</span>
        <div ref={axis} className="hidden h-full min-w-0 @sm/tree:block">
          <TimeAxis scale={scale} />
        </div>
        <span className="text-right text-2xs text-subtle">Time</span>
        <span className="hidden text-right text-2xs text-subtle @xl/tree:block">Tokens</span>
        <span className="hidden text-right text-2xs text-subtle @2xl/tree:block">Cost</span>
      </div>
      <div
        ref={box}
        role="tree"
        aria-label="Spans"
        tabIndex={0}
        aria-activedescendant={row >= 0 ? spanRowId(tree.spans[rows[row] ?? 0]?.span_id ?? '') : undefined}
        onKeyDown={onKeyDown}
        className="group/rows min-h-0 flex-1 overflow-y-auto overscroll-contain [scrollbar-gutter:stable] [scrollbar-width:thin] outline-none!"
      >
        <div role="presentation" className="relative" style={{ height: virtualizer.getTotalSize() }}>
          <div aria-hidden className={`${TREE_COLUMNS} pointer-events-none absolute inset-0 pr-3`}>
            <span />
            <span className="relative hidden h-full @sm/tree:block">
              <TimeGrid scale={scale} />
            </span>
          </div>
          {items.map((item) => {
            const index = rows[item.index] ?? 0;
            const span = tree.spans[index];
            return (
              span && (
                <div key={item.key} role="presentation" className="absolute inset-x-0 top-0 h-8 contain-strict" style={{ transform: `translateY(${item.start}px)` }}>
                  <SpanRow
                    span={span}
                    index={index}
                    position={tree.positions[index] ?? 1}
                    siblings={tree.siblings[index] ?? 1}
                    scale={scale}
                    isSelected={span.span_id === selectedId}
                    isFolded={span.descendant_count > 0 && folded.has(span.span_id)}
                    isDimmed={filter !== null && filter.matched[index] === 0}
                    onToggle={toggle}
                    {...actions}
                  />
                </div>
              )
            );
          })}
        </div>
        {rows.length === 0 && <p className="p-6 text-center text-sm text-muted">No span matches the filter.</p>}
      </div>
    </div>
  );
}
