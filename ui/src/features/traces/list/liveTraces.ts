import type { InfiniteData } from '@tanstack/react-query';
import type { TraceListResponse, TraceSummary } from '../../../api/contract';
import type { TraceFilter } from '../queries';

export type TracePages = InfiniteData<TraceListResponse, unknown>;

/** Whether the list with this filter shows the trace; the live stream knows the project alone. */
export function belongs(trace: TraceSummary, { project, onlyErrors }: TraceFilter): boolean {
  return (project === null || trace.project === project) && (!onlyErrors || trace.status === 'ERROR');
}

/** Every trace once, newest received first. */
export function tracesOf(pages: TracePages | undefined): TraceSummary[] {
  const seen = new Set<string>();
  const traces: TraceSummary[] = [];
  for (const page of pages?.pages ?? []) {
    for (const trace of page.data) {
      if (seen.has(trace.trace_id)) continue;
      seen.add(trace.trace_id);
      traces.push(trace);
    }
  }
  return traces;
}

/** What an event means for the loaded list: a row it has, as it is or changed, a row to add, or one that further pages will bring. */
export type Place = 'same' | 'changed' | 'new' | 'further';

export function placeOf(trace: TraceSummary, pages: TracePages): Place {
  for (const page of pages.pages) {
    const known = page.data.find(({ trace_id }) => trace_id === trace.trace_id);
    // both are the API's records, with the same order of names
    if (known) return JSON.stringify(known) === JSON.stringify(trace) ? 'same' : 'changed';
  }
  const last = pages.pages.at(-1);
  const oldest = last?.data.at(-1);
  const isWithin = last?.next_cursor === null || oldest === undefined || trace.received_at >= oldest.received_at;
  return isWithin ? 'new' : 'further';
}

/** The pages with these traces in place of their older state, and new ones where they belong. The same pages when nothing changes. */
export function mergeTraces(pages: TracePages, traces: readonly TraceSummary[]): TracePages {
  const changed = new Map(traces.map((trace) => [trace.trace_id, trace]));
  const added = traces.filter((trace) => placeOf(trace, pages) === 'new');
  let isSame = added.length === 0;
  const next = pages.pages.map((page) => {
    if (!page.data.some(({ trace_id }) => changed.has(trace_id))) return page;
    isSame = false;
    return { ...page, data: page.data.map((trace) => changed.get(trace.trace_id) ?? trace) };
  });
  if (isSame) return pages;
  for (const trace of added) insert(next, trace);
  return { ...pages, pages: next };
}

function insert(pages: TraceListResponse[], trace: TraceSummary): void {
  const isOlder = (other: TraceSummary): boolean => other.received_at < trace.received_at;
  const found = pages.findIndex((page) => page.data.some(isOlder));
  const at = found < 0 ? pages.length - 1 : found;
  const page = pages[at];
  if (!page) return;
  const row = page.data.findIndex(isOlder);
  pages[at] = { ...page, data: page.data.toSpliced(row < 0 ? page.data.length : row, 0, trace) };
}
