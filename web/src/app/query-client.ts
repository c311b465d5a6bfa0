import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/problem.ts';

const retries = 2;

/** What may go well a moment later: the network, a restarting server, a limit of calls. */
function isPassing(error: unknown): boolean {
  return (
    error instanceof ApiProblem && (error.code === 'network' || [429, 502, 503, 504].includes(error.status))
  );
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // «Offline» of the browser says nothing of a server on the same machine; a failed call does.
      networkMode: 'always',
      retry: (count, error) => count < retries && isPassing(error),
      retryDelay: (count, error) =>
        error instanceof ApiProblem && error.retryAfter !== undefined
          ? error.retryAfter * 1_000
          : 500 * 2 ** count,
    },
    mutations: { networkMode: 'always' },
  },
});
