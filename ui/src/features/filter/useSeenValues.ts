import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { MetricsResponse } from '../../api/contract';
import { fieldOf } from './filterFields';

const GROUPS = 100;
const DAYS = 30;
const DAY_MS = 24 * 3_600_000;
const KEPT_MS = 60_000;
const NONE: readonly string[] = [];

/** Values of a field that calls of the last thirty days had, those that cost most first; of fields that numbers are not grouped by, none. */
export function useSeenValues(fieldName: string | null, project: string | null): readonly string[] {
  const group = fieldName === null ? undefined : fieldOf(fieldName)?.group;
  const { data } = useQuery({
    queryKey: ['seen-values', group, project],
    enabled: group !== undefined,
    staleTime: KEPT_MS,
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ group_by: group ?? '', groups: String(GROUPS), bucket: 'day', from: new Date(Date.now() - DAYS * DAY_MS).toISOString() });
      if (project !== null) query.set('project', project);
      const { data: points } = await api<MetricsResponse>(`/api/weir/metrics?${query.toString()}`, { signal });
      const calls = new Map<string, number>();
      for (const point of points) if (point.group !== null) calls.set(point.group, (calls.get(point.group) ?? 0) + point.cost + point.call_count / 1e6);
      return [...calls].toSorted(([, one], [, other]) => other - one).map(([value]) => value);
    },
  });
  return data ?? NONE;
}
