import { queryOptions } from '@tanstack/react-query';
import { api } from './client';
import type { DataResponse, ServerStatus } from './contract';

export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: async ({ signal }) => (await api<DataResponse<ServerStatus>>('/api/weir/status', { signal })).data,
  staleTime: 30_000,
});
