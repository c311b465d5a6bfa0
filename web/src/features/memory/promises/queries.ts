import { notifications } from '@mantine/notifications';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client.ts';
import { errorText } from '../../../ui/error-notice.tsx';

export const promisesQuery = queryOptions({
  queryKey: ['insights', 'promises'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/insights/promises', { signal })),
});

export type Promises = Awaited<ReturnType<NonNullable<(typeof promisesQuery)['queryFn']>>>;
export type OnePromise = Promises['promises'][number];

/** Closes a promise, or opens it again. */
export function useMark() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, state }: { id: string; state: 'open' | 'done' | 'dismissed' }) =>
      unwrap(api.PATCH('/api/insights/promises/{id}', { params: { path: { id } }, body: { state } })),
    onSuccess: () => client.invalidateQueries({ queryKey: promisesQuery.queryKey }),
    onError: (error) =>
      notifications.show({ color: 'red', title: 'Nothing was changed', message: errorText(error) }),
  });
}
