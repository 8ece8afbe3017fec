import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { TraceListResponse, TraceSummary } from '../../api/contract';
import { type LiveState, useLive } from '../../api/live';
import { statusQuery } from '../../api/status';

const SHOWN = 5;

const recentQuery = queryOptions({
  queryKey: ['traces', 'recent'],
  queryFn: async ({ signal }) => (await api<TraceListResponse>(`/api/weir/traces?limit=${SHOWN}`, { signal })).data,
});

/** The newest traces, kept true by the live stream. */
export function useRecentTraces(): { traces: TraceSummary[] | undefined; error: Error | null; refetch: () => void; live: LiveState } {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(recentQuery);
  const live = useLive('/api/weir/traces/live', {
    events: {
      trace: (arrived) => {
        client.setQueryData(recentQuery.queryKey, (now) => withTrace(now ?? [], arrived as TraceSummary));
        client.setQueryData(statusQuery.queryKey, (now) => now && { ...now, has_spans: true });
      },
      reset: () => void refetch(),
    },
    onResume: () => void refetch(),
  });
  return { traces: data, error, refetch: () => void refetch(), live };
}

/** A trace is sent again whenever it grows: the newer one replaces it where it stands. */
export function withTrace(traces: readonly TraceSummary[], arrived: TraceSummary): TraceSummary[] {
  const at = traces.findIndex((trace) => trace.trace_id === arrived.trace_id);
  return at < 0 ? [arrived, ...traces].slice(0, SHOWN) : traces.with(at, arrived);
}
