import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { TraceListResponse } from '../../api/contract';
import { RelativeTime } from '../../components/RelativeTime';
import { Skeleton } from '../../components/Skeleton';

/** When the newest trace of a project arrived; asked for by rows in view alone. */
export function LatestTrace({ project }: { project: string }) {
  const { data, isPending } = useQuery({
    queryKey: ['latest-trace', project],
    queryFn: async ({ signal }) => (await api<TraceListResponse>(`/api/weir/traces?limit=1&project=${encodeURIComponent(project)}`, { signal })).data[0] ?? null,
  });
  if (isPending) return <Skeleton className="w-12" />;
  return data ? <RelativeTime value={data.received_at} className="tabular text-muted" /> : <span className="text-subtle">—</span>;
}
