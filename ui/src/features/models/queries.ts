import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Traffic, TrafficRow } from './traffic';
import type { DataResponse, EndpointHealthRecord, ModelEndpointsRecord, ModelListResponse, ModelRecord, ProviderStatusRecord, RoutePreviewRecord } from '../../api/contract';

const CATALOGUE_MS = 60_000;
const HEALTH_MS = 15_000;
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** Models in the order and by the filters of the API; see listQuery. */
export function modelsQuery(query: string) {
  return queryOptions({
    queryKey: ['models', query],
    queryFn: async ({ signal }) => (await api<ModelListResponse>(`/api/v1/models?${query}`, { signal })).data,
    staleTime: CATALOGUE_MS,
    placeholderData: keepPreviousData,
    // comparing thousands of records to keep references costs more than drawing the rows in view
    structuralSharing: false,
  });
}

export const allModelsQuery = modelsQuery('output_modalities=all');

/** "author/slug" in a path: the slash stays one. */
export function modelPath(slug: string): string {
  return slug.split('/').map(encodeURIComponent).join('/');
}

export function modelQuery(slug: string) {
  return queryOptions({
    queryKey: ['model', slug],
    queryFn: async ({ signal }) => (await api<DataResponse<ModelRecord>>(`/api/v1/model/${modelPath(slug)}`, { signal })).data,
    staleTime: CATALOGUE_MS,
  });
}

export function modelEndpointsQuery(slug: string) {
  return queryOptions({
    queryKey: ['model-endpoints', slug],
    queryFn: async ({ signal }) => (await api<DataResponse<ModelEndpointsRecord>>(`/api/v1/models/${modelPath(slug)}/endpoints`, { signal })).data,
    refetchInterval: HEALTH_MS,
  });
}

export const endpointHealthQuery = queryOptions({
  queryKey: ['endpoint-health'],
  queryFn: async ({ signal }) => (await api<DataResponse<EndpointHealthRecord[]>>('/api/weir/endpoints/health', { signal })).data,
  refetchInterval: HEALTH_MS,
});

export const providersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: async ({ signal }) => (await api<DataResponse<ProviderStatusRecord[]>>('/api/weir/providers', { signal })).data,
  refetchInterval: HEALTH_MS,
});

/** The order in which the router would ask the endpoints of a model now. */
export function planQuery(slug: string) {
  return queryOptions({
    queryKey: ['plan', slug],
    queryFn: async ({ signal }) =>
      (await api<DataResponse<RoutePreviewRecord>>('/api/weir/route', { method: 'POST', body: { model: slug, messages: [{ role: 'user', content: 'Hi' }], max_tokens: 256 }, signal })).data,
  });
}

/** Calls of a model over the last day, by hour and provider. */
export function modelTrafficQuery(slug: string) {
  return queryOptions({
    queryKey: ['model-traffic', slug],
    queryFn: async ({ signal }): Promise<Traffic> => {
      const end = (Math.floor(Date.now() / HOUR_MS) + 1) * HOUR_MS;
      const start = end - DAY_MS;
      const body = {
        metrics: ['request_count', 'error_count', 'duration_p50'],
        dimensions: ['provider'],
        granularity: 'hour',
        time_range: { start: new Date(start).toISOString(), end: new Date(end).toISOString() },
        filters: [{ field: 'model', operator: 'eq', value: slug }],
        limit: 10_000,
      };
      const answer = await api<{ data: { data: TrafficRow[] } }>('/api/v1/analytics/query', { method: 'POST', body, signal });
      return { rows: answer.data.data, start, end, step: HOUR_MS };
    },
  });
}
