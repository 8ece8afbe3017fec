import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client';
import type { AuditRecord, DataResponse } from '../../../api/contract';

const PAGE = 100;
const DAY = 86_400_000;

export interface AuditFilter {
  actor: string;
  method: string;
  path: string;
  /** So many days back; empty: all there is. */
  days: string;
}

/** Administrative changes, the newest first. */
export function auditQuery(filter: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: ['govern', 'audit', filter],
    queryFn: async ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: String(PAGE), offset: String(pageParam) });
      if (filter.actor !== '') query.set('actor', filter.actor);
      if (filter.method !== '') query.set('method', filter.method);
      if (filter.path !== '') query.set('path', filter.path);
      if (filter.days !== '') query.set('from', new Date(Date.now() - Number(filter.days) * DAY).toISOString());
      return (await api<DataResponse<AuditRecord[]>>(`/api/weir/audit?${query.toString()}`, { signal })).data;
    },
    initialPageParam: 0,
    getNextPageParam: (page, _all, offset) => (page.length < PAGE ? null : offset + PAGE),
  });
}

const AREAS: readonly [RegExp, string][] = [
  [/\/keys(\/|$)/, 'key'],
  [/\/budgets\//, 'budget'],
  [/\/members(\/|$)/, 'members'],
  [/\/assignments\//, 'guardrail assignment'],
  [/\/guardrails(\/|$)/, 'guardrail'],
  [/\/workspaces(\/|$)/, 'workspace'],
  [/\/refunds$/, 'refund'],
  [/\/credits$/, 'credits'],
  [/\/byok(\/|$)/, 'provider key'],
  [/\/users(\/|$)/, 'user'],
  [/\/scim\//, 'directory'],
  [/\/notifications\//, 'notifications'],
];
const VERBS: Record<string, string> = { POST: 'Made', PUT: 'Set', PATCH: 'Changed', DELETE: 'Deleted' };

/** What a change was about, in words: "Changed key". */
export function changeText({ method, path }: Pick<AuditRecord, 'method' | 'path'>): string {
  const area = AREAS.find(([pattern]) => pattern.test(path))?.[1];
  return area ? `${VERBS[method] ?? method} ${area}` : `${method} ${path}`;
}

/** A value of a field on one line; a text stands as it is, for it is told from the others by its field. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const HASH = /[0-9a-f]{64}/g;

/** A path with the hashes of keys cut to what tells them apart. */
export function shortPath(path: string): string {
  return path.replaceAll(HASH, (hash) => `${hash.slice(0, 8)}…`);
}
