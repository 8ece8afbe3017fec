import { queryOptions } from '@tanstack/react-query';
import { api, ApiError } from './client';
import type { DataResponse, SessionRecord } from './contract';

/** Who is signed in; null is nobody, so that a missing session is a state and not a failure. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<SessionRecord | null> => {
    try {
      return (await api<DataResponse<SessionRecord>>('/session', { signal })).data;
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

export async function signIn(credential: { key: string } | { token: string }): Promise<SessionRecord> {
  return (await api<DataResponse<SessionRecord>>('/session', { method: 'POST', body: credential })).data;
}

export async function signOut(): Promise<void> {
  await api('/session', { method: 'DELETE' });
}
