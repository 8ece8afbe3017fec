import { infiniteQueryOptions, queryOptions, replaceEqualDeep } from '@tanstack/react-query';
import { api, apiText } from '../../api/client';
import type { DataResponse, ProjectListResponse, SpanRecord, TraceListResponse, TraceRecord } from '../../api/contract';

const PAGE_SIZE = 50;

export interface TraceFilter {
  /** A project's name; null is all of them. */
  project: string | null;
  onlyErrors: boolean;
  /** In the filter language; empty is everything. */
  text: string;
}

export const projectsQuery = queryOptions({
  queryKey: ['projects'],
  queryFn: async ({ signal }) => (await api<ProjectListResponse>('/v1/projects', { signal })).data,
});

export function fetchTraces(filter: TraceFilter, cursor: string | null, signal?: AbortSignal): Promise<TraceListResponse> {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
  if (filter.project !== null) query.set('project', filter.project);
  if (filter.onlyErrors) query.set('status', 'error');
  if (filter.text !== '') query.set('filter', filter.text);
  if (cursor !== null) query.set('cursor', cursor);
  return api<TraceListResponse>(`/api/weir/traces?${query.toString()}`, { signal });
}

export function tracesQuery(filter: TraceFilter) {
  return infiniteQueryOptions({
    queryKey: ['traces', filter],
    queryFn: ({ pageParam, signal }) => fetchTraces(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    // live events keep it true; fetching again by itself would move rows under the reader
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}

/** To compare each row of a longer trace with the one before, and keep those that are the same, takes longer than to draw what is in view anew. */
export const LARGE_SPANS = 5000;

/** The answer that was read last: a young trace is asked for again and again, and to take the same 20,000 spans apart once more would hold up whoever scrolls. */
let lastRead: { traceId: string; text: string; record: TraceRecord } | undefined;

export function traceQuery(traceId: string) {
  return queryOptions({
    queryKey: ['trace', traceId],
    queryFn: async ({ signal }) => readTrace(traceId, await apiText(`/api/weir/traces/${encodeURIComponent(traceId)}`, { signal })),
    structuralSharing: (before, after) => ((after as TraceRecord).spans.length > LARGE_SPANS ? after : replaceEqualDeep(before, after)),
    refetchOnWindowFocus: false,
  });
}

/** A trace's record; that of the last time when nothing has changed. */
export function readTrace(traceId: string, text: string): TraceRecord {
  if (lastRead?.traceId !== traceId || lastRead.text !== text) {
    lastRead = { traceId, text, record: (JSON.parse(text) as DataResponse<TraceRecord>).data };
  }
  return lastRead.record;
}

/** Characters of a text that a span's first answer has; the rest comes when it is asked for. */
const TEXT_LIMIT = 65_536;
/** A whole span may be megabytes: not for long in memory once it is out of view. */
const WHOLE_SPAN_KEPT_MS = 30_000;

export function spanQuery(traceId: string, spanId: string, isWhole = false) {
  const path = `/api/weir/traces/${encodeURIComponent(traceId)}/spans/${encodeURIComponent(spanId)}`;
  return queryOptions({
    queryKey: ['span', traceId, spanId, isWhole ? 'whole' : 'cut'],
    queryFn: async ({ signal }) => (await api<DataResponse<SpanRecord>>(`${path}?text_limit=${isWhole ? 0 : TEXT_LIMIT}`, { signal })).data,
    // a span changes only when it is sent again; the page asks again when its row changed
    staleTime: Infinity,
    gcTime: isWhole ? WHOLE_SPAN_KEPT_MS : 5 * 60_000,
    refetchOnWindowFocus: false,
    // comparing megabytes to keep references costs more than drawing them
    structuralSharing: !isWhole,
  });
}
