import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ApiError } from '../../api/client';
import type { Page } from '../prompts/types';
import type { DatasetRecord, DatasetVersionRecord, ExampleRecord, ExperimentRecord, RunRecord } from './types';

const PAGE = 100;

function after(cursor: string | null): string {
  return cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
}

export const datasetsQuery = infiniteQueryOptions({
  queryKey: ['datasets'],
  queryFn: ({ pageParam, signal }) => api<Page<DatasetRecord>>(`/v1/datasets?limit=${PAGE}${after(pageParam)}`, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next_cursor,
});

export function datasetQuery(id: string) {
  return queryOptions({
    queryKey: ['dataset', id],
    queryFn: async ({ signal }) => (await api<{ data: DatasetRecord }>(`/v1/datasets/${encodeURIComponent(id)}`, { signal })).data,
  });
}

export function datasetVersionsQuery(id: string) {
  return queryOptions({
    queryKey: ['dataset-versions', id],
    queryFn: async ({ signal }) => (await api<Page<DatasetVersionRecord>>(`/v1/datasets/${encodeURIComponent(id)}/versions?limit=${PAGE}`, { signal })).data,
  });
}

/** All examples of a version: the API gives them at once. */
export function examplesQuery(id: string, versionId: string | null) {
  return queryOptions({
    queryKey: ['examples', id, versionId],
    queryFn: async ({ signal }) =>
      (await api<{ data: { examples: ExampleRecord[] } }>(`/v1/datasets/${encodeURIComponent(id)}/examples${versionId === null ? '' : `?version_id=${encodeURIComponent(versionId)}`}`, { signal })).data
        .examples,
    structuralSharing: false,
  });
}

export function experimentsQuery(datasetId: string) {
  return infiniteQueryOptions({
    queryKey: ['experiments', datasetId],
    queryFn: ({ pageParam, signal }) => api<Page<ExperimentRecord>>(`/v1/datasets/${encodeURIComponent(datasetId)}/experiments?limit=${PAGE}${after(pageParam)}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
}

export function experimentQuery(id: string) {
  return queryOptions({
    queryKey: ['experiment', id],
    queryFn: async ({ signal }) => (await api<{ data: ExperimentRecord }>(`/v1/experiments/${encodeURIComponent(id)}`, { signal })).data,
  });
}

/** The runs of an experiment with their evaluations; none is no failure. */
export function experimentRunsQuery(id: string) {
  return queryOptions({
    queryKey: ['experiment-runs', id],
    queryFn: async ({ signal }): Promise<RunRecord[]> => {
      try {
        return await api<RunRecord[]>(`/v1/experiments/${encodeURIComponent(id)}/json`, { signal });
      } catch (error) {
        if (error instanceof ApiError && error.status === 404 && error.message.includes('no runs')) return [];
        throw error;
      }
    },
    structuralSharing: false,
  });
}
