import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';

const insightsKey = ['admin'];

export const overviewQuery = queryOptions({
  queryKey: [...insightsKey, 'overview'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/admin/overview', { signal })),
  refetchInterval: 30_000,
});

export const clustersQuery = queryOptions({
  queryKey: [...insightsKey, 'clusters'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/admin/insights/clusters', { signal })),
});

export const topicsQuery = queryOptions({
  queryKey: [...insightsKey, 'topics'],
  queryFn: ({ signal }) =>
    unwrap(api.GET('/api/admin/insights/topics', { params: { query: { weeks: 12 } }, signal })),
});

export const gapsQuery = queryOptions({
  queryKey: [...insightsKey, 'gaps'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/admin/insights/gaps', { signal })),
});

/** How far the clustering is; asked often while it runs. */
export const statusQuery = queryOptions({
  queryKey: [...insightsKey, 'status'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/admin/insights/status', { signal })),
  refetchInterval: ({ state }) => (state.data?.running || state.data?.requested_at ? 1_000 : 30_000),
});

/** Asks for a new clustering. */
export function useRefresh() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/admin/insights/refresh')),
    onSuccess: () => client.invalidateQueries({ queryKey: statusQuery.queryKey }),
  });
}

/** Loads what a clustering that just ended has found. */
export function useReload() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: insightsKey });
}
