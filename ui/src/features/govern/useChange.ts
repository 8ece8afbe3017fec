import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { api, type ApiInit } from '../../api/client';

/** A change of what is governed; afterwards everything that shows it is read again. */
export function useChange<Result = unknown, Body = void>(path: string | ((body: Body) => string), method: NonNullable<ApiInit['method']>): UseMutationResult<Result, Error, Body> {
  const client = useQueryClient();
  return useMutation<Result, Error, Body>({
    mutationFn: (body) => api<Result>(typeof path === 'string' ? path : path(body), { method, body: body ?? {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['govern'] }),
    // what a secret was sent in, or answered with, is not kept
    gcTime: 0,
  });
}
