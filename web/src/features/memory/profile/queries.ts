import { notifications } from '@mantine/notifications';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client.ts';
import { errorText } from '../../../ui/error-notice.tsx';
import type { FactKind } from './kinds.ts';

const factsKey = ['facts'];
const pageSize = 200;

/** What is so now. */
export const factsQuery = infiniteQueryOptions({
  queryKey: [...factsKey, 'current'],
  queryFn: ({ pageParam, signal }) =>
    unwrap(
      api.GET('/api/facts', {
        params: { query: { current: 'true', limit: pageSize, ...(pageParam && { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
});

/** Everything of a fact's kind and key, oldest first. */
export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: [...factsKey, 'history', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/facts/{id}/history', { params: { path: { id } }, signal })),
  });

/** The answers that had the fact before them. */
export const answersQuery = (id: string) =>
  queryOptions({
    queryKey: [...factsKey, 'answers', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/facts/{id}/answers', { params: { path: { id } }, signal })),
  });

export const readingQuery = queryOptions({
  queryKey: [...factsKey, 'status'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/facts/status', { signal })),
  refetchInterval: ({ state }) => (state.data && state.data.pending > 0 ? 3_000 : false),
});

export type FactChange =
  | { do: 'add'; kind: FactKind; value: string }
  | { do: 'correct'; id: string; value: string }
  | { do: 'pin'; id: string; pinned: boolean }
  | { do: 'forget'; id: string };

function send(change: FactChange): Promise<unknown> {
  switch (change.do) {
    case 'add':
      return unwrap(api.POST('/api/facts', { body: { kind: change.kind, value: change.value } }));
    case 'correct':
      return unwrap(
        api.PATCH('/api/facts/{id}', { params: { path: { id: change.id } }, body: { value: change.value } }),
      );
    case 'pin':
      return unwrap(
        api.PATCH('/api/facts/{id}', {
          params: { path: { id: change.id } },
          body: { pinned: change.pinned },
        }),
      );
    case 'forget':
      return unwrap(api.DELETE('/api/facts/{id}', { params: { path: { id: change.id } } }));
  }
}

/** Changes the profile; what else hangs on the fact is loaded again. */
export function useFactChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => client.invalidateQueries({ queryKey: factsKey }),
    onError: (error) =>
      notifications.show({ color: 'red', title: 'Nothing was changed', message: errorText(error) }),
  });
}
