import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Page, PromptRecord, PromptTagRecord, PromptVersionRecord } from './types';

const PAGE = 100;

export const promptsQuery = infiniteQueryOptions({
  queryKey: ['prompts'],
  queryFn: ({ pageParam, signal }) => api<Page<PromptRecord>>(`/v1/prompts?limit=${PAGE}${pageParam === null ? '' : `&cursor=${encodeURIComponent(pageParam)}`}`, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next_cursor,
});

export function promptVersionsQuery(name: string) {
  return infiniteQueryOptions({
    queryKey: ['prompt-versions', name],
    queryFn: ({ pageParam, signal }) =>
      api<Page<PromptVersionRecord>>(`/v1/prompts/${encodeURIComponent(name)}/versions?limit=${PAGE}${pageParam === null ? '' : `&cursor=${encodeURIComponent(pageParam)}`}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
}

export function promptVersionQuery(id: string) {
  return queryOptions({
    queryKey: ['prompt-version', id],
    queryFn: async ({ signal }) => (await api<{ data: PromptVersionRecord }>(`/v1/prompt_versions/${encodeURIComponent(id)}`, { signal })).data,
    staleTime: Infinity,
  });
}

export function promptTagsQuery(versionId: string) {
  return queryOptions({
    queryKey: ['prompt-tags', versionId],
    queryFn: async ({ signal }) => (await api<Page<PromptTagRecord>>(`/v1/prompt_versions/${encodeURIComponent(versionId)}/tags`, { signal })).data,
  });
}
