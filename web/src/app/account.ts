import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../api/client.ts';

/** Who is using the app, and which engines answer. */
export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/account', { signal })),
  staleTime: 60_000,
});

export function useAccount() {
  return useQuery(accountQuery);
}
