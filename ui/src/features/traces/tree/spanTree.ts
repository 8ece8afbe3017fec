import type { SpanNode } from '../../../api/contract';

/** A trace's spans in preorder with what the page looks up all the time. Built once for each answer of the API. */
export interface SpanTree {
  spans: SpanNode[];
  /** Index of each span's parent; -1 for roots and orphans. */
  parents: Int32Array;
  /** Index of a span by its id. */
  indexes: Map<string, number>;
  /** Place among its siblings, from 1, and how many siblings there are: what a screen reader says. */
  positions: Int32Array;
  siblings: Int32Array;
  /** Begin and end of everything, microseconds. */
  startUs: number;
  endUs: number;
}

export function buildSpanTree(spans: SpanNode[]): SpanTree {
  const parents = new Int32Array(spans.length).fill(-1);
  const positions = new Int32Array(spans.length);
  const siblings = new Int32Array(spans.length);
  // children of span i are counted at i + 1, those of no span at 0
  const counts = new Int32Array(spans.length + 1);
  const indexes = new Map<string, number>();
  const open: number[] = [];
  let startUs = Infinity;
  let endUs = -Infinity;

  spans.forEach((span, index) => {
    indexes.set(span.span_id, index);
    open[span.depth] = index;
    const parent = span.depth > 0 ? (open[span.depth - 1] ?? -1) : -1;
    parents[index] = parent;
    const place = (counts[parent + 1] ?? 0) + 1;
    counts[parent + 1] = place;
    positions[index] = place;
    startUs = Math.min(startUs, span.start_us);
    endUs = Math.max(endUs, span.start_us + span.duration_us);
  });
  parents.forEach((parent, index) => {
    siblings[index] = counts[parent + 1] ?? 0;
  });

  return spans.length === 0
    ? { spans, parents, indexes, positions, siblings, startUs: 0, endUs: 0 }
    : { spans, parents, indexes, positions, siblings, startUs, endUs };
}

/** Index of the span above; -1 for roots and orphans. */
export function parentOf(tree: SpanTree, index: number): number {
  return tree.parents[index] ?? -1;
}

/** What a filter leaves: matching spans and their ancestors. */
export interface FilteredSpans {
  /** 1 for each span to show. */
  kept: Uint8Array;
  /** 1 for each span that matches itself. */
  matched: Uint8Array;
  matches: number;
}

/** Spans that have every word of `text` in their name, kind, model, provider or status; null when there is nothing to filter by. */
export function filterSpans(tree: SpanTree, text: string): FilteredSpans | null {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const kept = new Uint8Array(tree.spans.length);
  const matched = new Uint8Array(tree.spans.length);
  let matches = 0;
  // backwards: children stand behind their parents, so one pass carries a match up to the root
  for (let index = tree.spans.length - 1; index >= 0; index--) {
    const span = tree.spans[index];
    if (span && hasWords(span, words)) {
      matched[index] = 1;
      kept[index] = 1;
      matches++;
    }
    const parent = parentOf(tree, index);
    if (kept[index] === 1 && parent >= 0) kept[parent] = 1;
  }
  return { kept, matched, matches };
}

function hasWords(span: SpanNode, words: string[]): boolean {
  const text = `${span.name}\n${span.kind}\n${span.model ?? ''}\n${span.provider ?? ''}\n${span.status}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Indexes of the rows to show, ascending. A filter looks into folded spans too. */
export function visibleSpans(tree: SpanTree, folded: ReadonlySet<string>, filter: FilteredSpans | null): number[] {
  const rows: number[] = [];
  for (let index = 0; index < tree.spans.length; index++) {
    if (filter) {
      if (filter.kept[index] === 1) rows.push(index);
      continue;
    }
    rows.push(index);
    const span = tree.spans[index];
    if (span && folded.has(span.span_id)) index += span.descendant_count;
  }
  return rows;
}

/** Where span `index` stands in `rows`, or the nearest ancestor that is shown; -1 when none is. */
export function rowOfSpan(tree: SpanTree, rows: number[], index: number): number {
  for (let at = index; at >= 0; at = parentOf(tree, at)) {
    const row = binarySearch(rows, at);
    if (row >= 0) return row;
  }
  return -1;
}

function binarySearch(sorted: number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] ?? 0;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The next span that failed after `index`, round the end; -1 when none did. */
export function nextError(tree: SpanTree, index: number): number {
  const count = tree.spans.length;
  for (let step = 1; step <= count; step++) {
    const at = (Math.max(index, -1) + step) % count;
    if (tree.spans[at]?.status === 'ERROR') return at;
  }
  return -1;
}

/** `folded` without the ancestors of span `index`, so that it shows; the same set when it shows already. */
export function unfoldTo(tree: SpanTree, folded: ReadonlySet<string>, index: number): ReadonlySet<string> {
  let next: Set<string> | undefined;
  for (let at = parentOf(tree, index); at >= 0; at = parentOf(tree, at)) {
    const id = tree.spans[at]?.span_id;
    if (id === undefined || !folded.has(id)) continue;
    next ??= new Set(folded);
    next.delete(id);
  }
  return next ?? folded;
}
