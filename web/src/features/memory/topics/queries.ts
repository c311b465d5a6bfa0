import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client.ts';

export type Bucket = 'week' | 'month';

export const topicsQuery = (bucket: Bucket) =>
  queryOptions({
    queryKey: ['insights', 'topics', bucket],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/insights/topics', { params: { query: { bucket } }, signal })),
    placeholderData: (before) => before,
  });

export type Topics = Awaited<ReturnType<NonNullable<ReturnType<typeof topicsQuery>['queryFn']>>>;
