import { useMutation, useMutationState } from '@tanstack/react-query';
import { sessionQuery, signOut } from '../api/session';

const KEY = ['sign-out'];

/** Ends the session; the shell then shows the sign-in page, and nothing that was loaded stays behind. */
export function useSignOut() {
  return useMutation({
    mutationKey: KEY,
    mutationFn: signOut,
    onSuccess: (_data, _variables, _result, { client }) => {
      client.setQueryData(sessionQuery.queryKey, null);
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] });
    },
  });
}

/** Why the last try to sign out failed, and when; null when it did not. The menu that was used is gone by then. */
export function useSignOutFailure(): { error: Error; at: number } | null {
  const last = useMutationState({ filters: { mutationKey: KEY }, select: ({ state }) => state }).at(-1);
  return last?.status === 'error' && last.error ? { error: last.error, at: last.submittedAt } : null;
}
