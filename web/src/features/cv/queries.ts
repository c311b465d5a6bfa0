import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import type { CvAnalysis, CvRewrite } from '../../api/schema.d.ts';

/** What is known of CVs, as keys of the cache: the list, one CV, and what hangs on it. */
export const cvKeys = {
  all: ['cv'] as const,
  list: ['cv', 'list'] as const,
  one: (id: string) => ['cv', 'one', id] as const,
  cv: (id: string) => ['cv', 'one', id, 'itself'] as const,
  analyses: (id: string) => ['cv', 'one', id, 'analyses'] as const,
  analysis: (id: string, aid: string) => ['cv', 'one', id, 'analysis', aid] as const,
  rewrites: (id: string) => ['cv', 'one', id, 'rewrites'] as const,
  rewrite: (id: string, rid: string) => ['cv', 'one', id, 'rewrite', rid] as const,
};

export function useCvs() {
  return useInfiniteQuery({
    queryKey: cvKeys.list,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor, signal }) =>
      unwrap(api.GET('/api/cv', { params: { query: { cursor, limit: 50 } }, signal })),
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  });
}

export function useCv(id: string) {
  return useQuery({
    queryKey: cvKeys.cv(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/cv/{id}', { params: { path: { id } }, signal })),
  });
}

export function useDeleteCv() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/cv/{id}', { params: { path: { id } } })),
    async onSuccess(_nothing, id) {
      client.removeQueries({ queryKey: cvKeys.one(id) });
      await client.invalidateQueries({ queryKey: cvKeys.list });
    },
  });
}

/** Puts a corrected CV, as JSON Resume, in the place of what was read. */
export function useCorrect(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json_resume: Record<string, unknown>) =>
      unwrap(api.PATCH('/api/cv/{id}', { params: { path: { id } }, body: { json_resume } })),
    // Not waited for: what was typed is let go of as soon as it is kept.
    onSuccess(cv) {
      client.setQueryData(cvKeys.cv(id), cv);
      void client.invalidateQueries({ queryKey: cvKeys.list });
    },
  });
}

/** The newest hundred, without their single checks. */
export function useAnalyses(id: string) {
  return useQuery({
    queryKey: cvKeys.analyses(id),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/cv/{id}/analyses', { params: { path: { id }, query: { limit: 100 } }, signal })),
  });
}

/** One in full; an analysis does not change once it is made. */
export function useAnalysis(id: string, aid: string | undefined) {
  return useQuery({
    queryKey: cvKeys.analysis(id, aid ?? ''),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/cv/{id}/analyses/{aid}', { params: { path: { id, aid: aid! } }, signal })),
    enabled: aid !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What a CV is held against. */
export interface Aim {
  job_id?: string;
  job_text?: string;
}

export function useAnalyse(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (aim: Aim): Promise<CvAnalysis> =>
      unwrap(api.POST('/api/cv/{id}/analyses', { params: { path: { id } }, body: aim })),
    async onSuccess(analysis) {
      client.setQueryData(cvKeys.analysis(id, analysis.id), analysis);
      await client.invalidateQueries({ queryKey: cvKeys.analyses(id) });
    },
  });
}

export function useRewrites(id: string) {
  return useQuery({
    queryKey: cvKeys.rewrites(id),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/cv/{id}/rewrites', { params: { path: { id }, query: { limit: 100 } }, signal })),
  });
}

export function useRewrite(id: string, rid: string | undefined) {
  return useQuery({
    queryKey: cvKeys.rewrite(id, rid ?? ''),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/cv/{id}/rewrites/{rid}', { params: { path: { id, rid: rid! } }, signal })),
    enabled: rid !== undefined,
  });
}

export interface RewriteWish {
  style: CvRewrite['style'];
  instructions?: string;
  job_id?: string;
}

export function usePropose(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: RewriteWish): Promise<CvRewrite> =>
      unwrap(api.POST('/api/cv/{id}/rewrites', { params: { path: { id } }, body: wish })),
    async onSuccess(rewrite) {
      client.setQueryData(cvKeys.rewrite(id, rewrite.id), rewrite);
      await client.invalidateQueries({ queryKey: cvKeys.rewrites(id) });
    },
  });
}

export interface Decision {
  verb: 'accept' | 'reject';
  change_ids: string[];
}

/** Accepts or rejects changes; the CV and all that hangs on it are asked for anew. */
export function useDecide(id: string, rid: string) {
  const client = useQueryClient();
  const params = { path: { id, rid } };
  return useMutation({
    mutationFn: ({ verb, change_ids }: Decision) =>
      unwrap(
        verb === 'accept'
          ? api.POST('/api/cv/{id}/rewrites/{rid}/accept', { params, body: { change_ids } })
          : api.POST('/api/cv/{id}/rewrites/{rid}/reject', { params, body: { change_ids } }),
      ),
    async onSuccess({ changes }) {
      client.setQueryData<CvRewrite>(cvKeys.rewrite(id, rid), (old) => old && { ...old, changes });
      await Promise.all([
        client.invalidateQueries({ queryKey: cvKeys.cv(id) }),
        client.invalidateQueries({ queryKey: cvKeys.rewrites(id) }),
        client.invalidateQueries({ queryKey: cvKeys.rewrite(id, rid) }),
        client.invalidateQueries({ queryKey: cvKeys.list }),
      ]);
    },
  });
}

/** Saved postings whose words fit; the newest where nothing is searched for. */
export function usePostings(q: string) {
  return useQuery({
    queryKey: ['jobs', 'postings-to-choose', q],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/jobs', { params: { query: { limit: 50, ...(q && { q }) } }, signal })),
    placeholderData: (before) => before,
  });
}

export function usePosting(id: string | null) {
  return useQuery({
    queryKey: ['jobs', 'posting-chosen', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/jobs/{id}', { params: { path: { id: id! } }, signal })),
    enabled: id !== null,
  });
}

export function useSavePosting() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (posting: { url: string } | { text: string }) =>
      unwrap(api.POST('/api/jobs', { body: posting })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  });
}
