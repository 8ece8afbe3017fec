import { useMutation } from '@tanstack/react-query';
import { sessionQuery, signOut } from '../api/session';

/** Ends the session; the shell then shows the sign-in page, and nothing that was loaded stays behind. */
export function useSignOut() {
  return useMutation({
    mutationFn: signOut,
    onSuccess: (_data, _variables, _result, { client }) => {
      client.setQueryData(sessionQuery.queryKey, null);
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] });
    },
  });
}
