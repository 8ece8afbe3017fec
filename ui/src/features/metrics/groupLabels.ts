import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../api/client';
import type { DataResponse, KeyRecord } from '../../api/contract';
import type { GroupBy } from './queries';

export const GROUP_NAMES: Record<GroupBy, string> = { model: 'Model', provider: 'Provider', key: 'Key', app: 'App', user: 'User', project: 'Project' };

/** What stands for spans that say nothing of the group. */
const UNSAID: Record<GroupBy, string> = { model: 'no model', provider: 'no provider', key: 'no key', app: 'no app', user: 'no user', project: 'no project' };

const KEYS_KEPT_MS = 5 * 60_000;

/** How groups are called: keys by their names where they can be found, all else as it is. */
export function useGroupLabels(groupBy: GroupBy | null): (group: string | null, isRest: boolean) => string {
  const { data: keys } = useQuery({
    queryKey: ['key-names'],
    enabled: groupBy === 'key',
    staleTime: KEYS_KEPT_MS,
    queryFn: async ({ signal }) => {
      const { data } = await api<DataResponse<KeyRecord[]>>('/api/v1/keys?include_disabled=true', { signal });
      return new Map(data.map(({ hash, name, label }) => [hash, name || label]));
    },
  });
  return useMemo(
    () => (group, isRest) => {
      if (isRest) return 'all others';
      if (group === null) return groupBy === null ? 'All' : UNSAID[groupBy];
      return groupBy === 'key' ? (keys?.get(group) ?? `${group.slice(0, 10)}…`) : group;
    },
    [groupBy, keys],
  );
}
