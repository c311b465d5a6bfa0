import {
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import type { Letter } from '../../api/schema.d.ts';

export const letterKeys = {
  all: ['letters'] as const,
  ofJob: (jobId: string) => ['letters', 'of-job', jobId] as const,
  versions: (id: string) => ['letters', 'versions', id] as const,
};

/** The newest version of each letter for a posting. */
export function useLettersOfJob(jobId: string) {
  return useInfiniteQuery({
    queryKey: letterKeys.ofJob(jobId),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor, signal }) =>
      unwrap(api.GET('/api/letters', { params: { query: { job_id: jobId, cursor, limit: 20 } }, signal })),
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  });
}

/** All versions of a letter, the newest first. */
export function useVersions(id: string) {
  return useQuery({
    queryKey: letterKeys.versions(id),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/letters/{id}/versions', { params: { path: { id } }, signal })),
  });
}

async function refresh(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: letterKeys.all }),
    // A letter is linked there, and that is written into its timeline.
    client.invalidateQueries({ queryKey: ['applications'] }),
  ]);
}

export interface LetterWish {
  cv_id?: string;
  job_id?: string;
  tone: Letter['tone'];
  instructions?: string;
  application_id?: string;
  /** The letter that gets a further version. */
  letter_id?: string;
}

/** Writes a letter; `stop` gives up waiting, and the server stops too. */
export function useWrite(stop: () => AbortSignal) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: LetterWish): Promise<Letter> =>
      unwrap(api.POST('/api/letters', { body: wish, signal: stop() })),
    onSuccess: () => refresh(client),
  });
}

/** Keeps the person's own wording as a further version. */
export function useEdit(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (text: string): Promise<Letter> =>
      unwrap(api.PATCH('/api/letters/{id}', { params: { path: { id } }, body: { text } })),
    onSuccess: () => refresh(client),
  });
}

export function useRemoveLetter() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/letters/{id}', { params: { path: { id } } })),
    async onSuccess(_nothing, id) {
      client.removeQueries({ queryKey: letterKeys.versions(id) });
      await refresh(client);
    },
  });
}

/** The newest hundred: to choose from. */
export function useCvChoices() {
  return useQuery({
    queryKey: ['cv', 'choices'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/cv', { params: { query: { limit: 100 } }, signal })),
  });
}
