import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { CreatedKeyResponse } from '../../api/contract';

/** Makes an inference key; the answer is the only place where its text ever is. */
export function useCreateKey() {
  return useMutation({
    mutationFn: (name: string) => api<CreatedKeyResponse>('/api/v1/keys', { method: 'POST', body: { name } }),
    // nothing of the secret stays in the cache after the page is left
    gcTime: 0,
  });
}
