import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client.ts';

export const mapQuery = queryOptions({
  queryKey: ['insights', 'map'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/insights/map', { signal })),
  staleTime: 60_000,
});

export type MemoryMap = Awaited<ReturnType<NonNullable<(typeof mapQuery)['queryFn']>>>;
export type MapPoint = MemoryMap['points'][number];
