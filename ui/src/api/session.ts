import { queryOptions } from '@tanstack/react-query';
import { api } from './client';
import type { DataResponse, SessionRecord } from './contract';

/** Who is signed in; null is nobody, which is a state and not a failure. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => (await api<DataResponse<SessionRecord | null>>('/session', { signal })).data,
  staleTime: 5 * 60_000,
});

export async function signIn(credential: { key: string } | { token: string }): Promise<SessionRecord> {
  return (await api<DataResponse<SessionRecord>>('/session', { method: 'POST', body: credential })).data;
}

export async function signOut(): Promise<void> {
  await api('/session', { method: 'DELETE' });
}
