import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { SpanNode } from '../../../api/contract';
import { useTextParam } from '../../../components/useTextParam';
import { buildSpanTree, type FilteredSpans, filterSpans, nextError, parentOf, rowOfSpan, type SpanTree, unfoldTo, visibleSpans } from './spanTree';

export interface SpanTreeState {
  tree: SpanTree;
  /** Indexes of the spans that show. */
  rows: number[];
  /** Row of the selected span, or of the nearest span above it that shows; -1 without one. */
  row: number;
  folded: ReadonlySet<string>;
  filter: FilteredSpans | null;
  filterText: string;
  setFilterText: (text: string) => void;
  toggle: (index: number) => void;
  foldAll: () => void;
  unfoldAll: () => void;
  /** Moves the selection by rows, as far as there are any. */
  move: (by: number) => void;
  /** Folds, or goes to the parent. */
  left: () => void;
  /** Unfolds, or goes to the first child. */
  right: () => void;
  goToNextError: () => void;
}

const NONE: ReadonlySet<string> = new Set();

/** Folding, filtering and moving in a trace's tree. New spans leave folds and selection as they are. */
export function useSpanTree(spans: SpanNode[], selectedId: string | null, onSelect: (spanId: string) => void): SpanTreeState {
  const tree = useMemo(() => buildSpanTree(spans), [spans]);
  const [folded, setFolded] = useState(NONE);
  const [filterText, setFilterText] = useTextParam('find');
  const wanted = useDeferredValue(filterText);
  const filter = useMemo(() => filterSpans(tree, wanted), [tree, wanted]);
  const rows = useMemo(() => visibleSpans(tree, folded, filter), [tree, folded, filter]);
  const selected = selectedId === null ? -1 : (tree.indexes.get(selectedId) ?? -1);
  const row = selected < 0 ? -1 : rowOfSpan(tree, rows, selected);

  // a link or an error under a fold opens the way to it; folding over the selection later is the reader's wish
  useEffect(() => {
    if (selected >= 0) setFolded((before) => unfoldTo(tree, before, selected));
    // oxlint-disable-next-line react/exhaustive-deps -- a new answer of the API must not unfold
  }, [selectedId]);

  const selectIndex = (index: number | undefined): void => {
    const span = index === undefined ? undefined : tree.spans[index];
    if (span) onSelect(span.span_id);
  };
  const fold = useCallback((ids: Iterable<string>, isFolded: boolean) => {
    setFolded((before) => {
      const next = new Set(before);
      for (const id of ids) {
        if (isFolded) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  }, []);
  const cursor = rows[row];
  const span = cursor === undefined ? undefined : tree.spans[cursor];
  const canFold = filter === null && span !== undefined && span.descendant_count > 0;

  return {
    tree,
    rows,
    row,
    folded: filter ? NONE : folded,
    filter,
    filterText,
    setFilterText,
    toggle: useCallback(
      (index: number) => {
        const id = tree.spans[index]?.span_id;
        if (id !== undefined) fold([id], !folded.has(id));
      },
      [tree, folded, fold],
    ),
    foldAll: () => fold(tree.spans.filter(({ descendant_count, depth }) => descendant_count > 0 && depth > 0).map(({ span_id }) => span_id), true),
    unfoldAll: () => setFolded(NONE),
    move: (by) => selectIndex(rows[Math.max(0, Math.min(rows.length - 1, row + by))]),
    left: () => {
      if (cursor !== selected) selectIndex(cursor);
      else if (span && canFold && !folded.has(span.span_id)) fold([span.span_id], true);
      else if (cursor !== undefined && parentOf(tree, cursor) >= 0) selectIndex(parentOf(tree, cursor));
    },
    right: () => {
      if (span && canFold && folded.has(span.span_id)) fold([span.span_id], false);
      else if (span && (tree.spans[rows[row + 1] ?? -1]?.depth ?? 0) > span.depth) selectIndex(rows[row + 1]);
    },
    goToNextError: () => {
      setFilterText('');
      selectIndex(nextError(tree, selected));
    },
  };
}
