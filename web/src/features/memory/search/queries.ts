import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client.ts';
import { utcOffset } from '../../../ui/dates.tsx';
import type { Looking } from './use-search-place.ts';

const mostResults = 50;
const pageSize = 30;

export const memoryKey = ['memory'];

/** A day's beginning and end where the person is. */
function span({ since, until }: Pick<Looking, 'since' | 'until'>) {
  return {
    ...(since && { since: new Date(`${since}T00:00:00`).toISOString() }),
    ...(until && { until: new Date(`${until}T23:59:59.999`).toISOString() }),
  };
}

function filtersOf(looking: Looking) {
  return {
    ...(looking.kind && { context_type: looking.kind }),
    ...(looking.role && { role: looking.role }),
    ...(looking.in && { conversation_id: looking.in }),
    ...span(looking),
  };
}

/** The messages that fit, best first, each with what made it fit. */
export const foundQuery = (looking: Looking) =>
  queryOptions({
    queryKey: [...memoryKey, 'found', looking],
    queryFn: ({ signal }) =>
      unwrap(
        api.POST('/api/memory/search', {
          body: {
            query: looking.q,
            k: mostResults,
            filters: filtersOf(looking),
            explain: true,
            utc_offset: utcOffset(),
          },
          signal,
        }),
      ),
    enabled: looking.q.trim() !== '',
    placeholderData: (before) => before,
  });

/** Everything, newest first. */
export const newestQuery = (looking: Looking) =>
  infiniteQueryOptions({
    queryKey: [...memoryKey, 'newest', { ...looking, q: '' }],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/memory/messages', {
          params: {
            query: {
              order: 'newest',
              limit: pageSize,
              ...filtersOf(looking),
              ...(pageParam && { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    enabled: looking.q.trim() === '',
  });

/** How much there is, and how much of it can be found by meaning. */
export const statusQuery = queryOptions({
  queryKey: [...memoryKey, 'status'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/memory/status', { signal })),
  // While something waits for its vector, the figure moves.
  refetchInterval: ({ state }) => (state.data && state.data.pending > 0 ? 3_000 : false),
});
