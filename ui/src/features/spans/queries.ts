import { infiniteQueryOptions, type InfiniteData } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { SpanListResponse, SpanSummary } from '../../api/contract';

const PAGE_SIZE = 100;

export interface SpanFilter {
  /** A project's name; the API asks for spans of one project at a time. */
  project: string;
  /** In the filter language; empty is everything. */
  text: string;
}

export type SpanPages = InfiniteData<SpanListResponse, unknown>;

export function fetchSpans({ project, text }: SpanFilter, cursor: string | null, signal?: AbortSignal): Promise<SpanListResponse> {
  const query = new URLSearchParams({ project, limit: String(PAGE_SIZE) });
  if (text !== '') query.set('filter', text);
  if (cursor !== null) query.set('cursor', cursor);
  return api<SpanListResponse>(`/api/weir/spans?${query.toString()}`, { signal });
}

export function spansQuery(filter: SpanFilter) {
  return infiniteQueryOptions({
    queryKey: ['spans', filter],
    queryFn: ({ pageParam, signal }) => fetchSpans(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    // live events keep it true; fetching again by itself would move rows under the reader
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}

/** A span's name among all: ids of spans are unique in their trace alone. */
export function spanKey({ trace_id, span_id }: SpanSummary): string {
  return `${trace_id}${span_id}`;
}

/** Every span once, newest received first. */
export function spansOf(pages: SpanPages | undefined): SpanSummary[] {
  const spans = new Map<string, SpanSummary>();
  for (const page of pages?.pages ?? []) {
    for (const span of page.data) if (!spans.has(spanKey(span))) spans.set(spanKey(span), span);
  }
  return [...spans.values()];
}
