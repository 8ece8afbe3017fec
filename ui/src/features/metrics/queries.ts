import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { MetricsResponse } from '../../api/contract';
import { boundsOf, bucketFor, type TimeRange } from './range';

export type GroupBy = 'model' | 'provider' | 'key' | 'app' | 'user' | 'project';

export interface MetricsRequest {
  range: TimeRange;
  project: string | null;
  groupBy: GroupBy | null;
  /** How many groups are told apart. */
  groups: number;
}

const REFRESH_MS = 30_000;

export function metricsQuery({ range, project, groupBy, groups }: MetricsRequest) {
  return queryOptions({
    queryKey: ['metrics', range, project, groupBy, groups],
    queryFn: async ({ signal }) => {
      const { from, to } = boundsOf(range, Date.now());
      const query = new URLSearchParams({ from: new Date(from).toISOString(), to: new Date(to).toISOString(), bucket: bucketFor(to - from, groupBy) });
      if (project !== null) query.set('project', project);
      if (groupBy !== null) {
        query.set('group_by', groupBy);
        query.set('groups', String(groups));
      }
      return api<MetricsResponse>(`/api/weir/metrics?${query.toString()}`, { signal });
    },
    // a time that ends now goes on
    ...('name' in range ? { refetchInterval: REFRESH_MS } : {}),
    placeholderData: keepPreviousData,
  });
}
