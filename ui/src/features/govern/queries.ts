import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import type {
  BudgetListResponse,
  CreditsRecord,
  DataResponse,
  GuardrailRecord,
  KeyRecord,
  MemberRecord,
  NotificationStatus,
  ProviderKeyRecord,
  ProviderRecord,
  UserRecord,
  WorkspaceRecord,
} from '../../api/contract';
import { readAll } from './kit/pages';

const id = encodeURIComponent;

export const workspacesQuery = queryOptions({
  queryKey: ['govern', 'workspaces'],
  queryFn: ({ signal }) => readAll<WorkspaceRecord>('/api/v1/workspaces', signal),
});

/** The keys of a workspace, by its id or slug; those that are off too. */
export function keysQuery(workspace: string) {
  return queryOptions({
    queryKey: ['govern', 'keys', workspace],
    queryFn: ({ signal }) => readAll<KeyRecord>(`/api/v1/keys?include_disabled=true&workspace_id=${id(workspace)}`, signal, false),
  });
}

export function keyQuery(hash: string) {
  return queryOptions({
    queryKey: ['govern', 'key', hash],
    queryFn: async ({ signal }) => (await api<DataResponse<KeyRecord>>(`/api/v1/keys/${id(hash)}`, { signal })).data,
  });
}

export const creditsQuery = queryOptions({
  queryKey: ['govern', 'credits'],
  queryFn: async ({ signal }) => (await api<DataResponse<CreditsRecord>>('/api/v1/credits', { signal })).data,
});

export function budgetsQuery(workspace: string) {
  return queryOptions({
    queryKey: ['govern', 'budgets', workspace],
    queryFn: ({ signal }) => api<BudgetListResponse>(`/api/v1/workspaces/${id(workspace)}/budgets`, { signal }),
  });
}

export function membersQuery(workspace: string) {
  return queryOptions({
    queryKey: ['govern', 'members', workspace],
    queryFn: ({ signal }) => readAll<MemberRecord>(`/api/v1/workspaces/${id(workspace)}/members`, signal),
  });
}

export const usersQuery = queryOptions({
  queryKey: ['govern', 'users'],
  queryFn: ({ signal }) => readAll<UserRecord>('/api/weir/users', signal),
});

/** The guardrails of every workspace. */
export const guardrailsQuery = queryOptions({
  queryKey: ['govern', 'guardrails'],
  queryFn: ({ signal }) => readAll<GuardrailRecord>('/api/v1/guardrails?workspace_id=all', signal),
});

export const providerKeysQuery = queryOptions({
  queryKey: ['govern', 'byok'],
  queryFn: ({ signal }) => readAll<ProviderKeyRecord>('/api/v1/byok?workspace_id=all', signal),
});

export const providersQuery = queryOptions({
  queryKey: ['govern', 'providers'],
  queryFn: async ({ signal }) => (await api<DataResponse<ProviderRecord[]>>('/api/v1/providers', { signal })).data,
  staleTime: 5 * 60_000,
});

export const notificationsQuery = queryOptions({
  queryKey: ['govern', 'notifications'],
  queryFn: ({ signal }) => api<NotificationStatus>('/api/weir/notifications', { signal }),
});
