import { queryOptions } from '@tanstack/react-query';
import { api } from './client';

export interface ServerStatus {
  version: string;
  models: number;
  simulated: boolean;
  has_spans: boolean;
  sample_model: string;
  otlp_grpc: string | null;
}

export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: async ({ signal }) => (await api<{ data: ServerStatus }>('/api/weir/status', { signal })).data,
  staleTime: 30_000,
});
