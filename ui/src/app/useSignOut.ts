import { useMutation } from '@tanstack/react-query';
import { signOut } from '../api/session';
import { sessionQuery } from '../api/session';

/** Ends the session; the shell then shows the sign-in page, and nothing that was loaded stays behind. */
export function useSignOut() {
  return useMutation({
    mutationFn: signOut,
    onSuccess: (_data, _variables, _result, { client }) => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, null);
    },
  });
}
