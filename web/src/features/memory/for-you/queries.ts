import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client.ts';

export const recommendationsQuery = queryOptions({
  queryKey: ['recommendations'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/recommendations', { signal })),
  staleTime: 60_000,
});

export type Recommendations = Awaited<ReturnType<NonNullable<(typeof recommendationsQuery)['queryFn']>>>;
