import { queryOptions } from '@tanstack/react-query';
import { api } from './client';
import type { SessionRecord, SessionResponse } from './contract';

/** Who is signed in; null is nobody, which is a state and not a failure. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => (await api<SessionResponse>('/session', { signal })).data,
  staleTime: 5 * 60_000,
});

/** The identity provider that signs users in; null: none is configured. */
export const identityProviderQuery = queryOptions({
  queryKey: ['identity-provider'],
  queryFn: async ({ signal }) => (await api<SessionResponse>('/session', { signal })).oidc,
  staleTime: 5 * 60_000,
});

export async function signIn(credential: { key: string } | { token: string }): Promise<SessionRecord> {
  const { data } = await api<SessionResponse>('/session', { method: 'POST', body: credential });
  if (data === null) throw new Error('The server opened no session. Sign in again.');
  return data;
}

export async function signOut(): Promise<void> {
  await api('/session', { method: 'DELETE' });
}
