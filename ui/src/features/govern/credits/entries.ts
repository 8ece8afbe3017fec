import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client';
import type { DataResponse, EntryRecord } from '../../../api/contract';

const PAGE = 100;

export type EntryKind = 'grant' | 'charge' | 'refund';

/** The ledger from its newest entry back; of one kind, or all. */
export function entriesQuery(kind: EntryKind | null) {
  return infiniteQueryOptions({
    queryKey: ['govern', 'entries', kind],
    queryFn: async ({ pageParam, signal }) => {
      const query = new URLSearchParams();
      if (kind !== null) query.set('kind', kind);
      if (pageParam !== null) query.set('before', String(pageParam));
      return (await api<DataResponse<EntryRecord[]>>(`/api/weir/credits/entries?${query.toString()}`, { signal })).data;
    },
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.length < PAGE ? null : (page.at(-1)?.id ?? null)),
  });
}
