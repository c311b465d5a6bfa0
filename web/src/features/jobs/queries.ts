import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, api, unwrap } from '../../api/client.ts';
import type { Application, Job, JobPatchInput, JobSummary, NewJobInput } from '../../api/schema.d.ts';
import type { Stage } from './shared/stages.ts';

export const jobKeys = {
  applications: ['applications'] as const,
  all: ['applications', 'all'] as const,
  one: (id: string) => ['applications', 'one', id] as const,
  funnel: ['applications', 'funnel'] as const,
  jobs: ['jobs'] as const,
  allJobs: ['jobs', 'all'] as const,
  job: (id: string) => ['jobs', 'one', id] as const,
};

/** Of the API's lists. */
const pageSize = 200;

async function everyPage<Item>(
  load: (cursor: string | undefined) => Promise<{ items: Item[]; next: string | null }>,
): Promise<Item[]> {
  const all: Item[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await load(cursor);
    all.push(...items);
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  return all;
}

/** Every application: the views sort and count them here. A search has hundreds, hardly more. */
export function useApplications() {
  return useQuery({
    queryKey: jobKeys.all,
    queryFn: ({ signal }): Promise<Application[]> =>
      everyPage(async (cursor) => {
        const query = { cursor, limit: pageSize };
        // `format` is left out, so the answer is no CSV.
        const answer = await unwrap(api.GET('/api/applications', { params: { query }, signal }));
        const { applications, next_cursor } = answer as Exclude<typeof answer, string>;
        return { items: applications, next: next_cursor };
      }),
  });
}

/** Every saved posting, those without an application too. */
export function useJobs() {
  return useQuery({
    queryKey: jobKeys.allJobs,
    queryFn: ({ signal }): Promise<JobSummary[]> =>
      everyPage(async (cursor) => {
        const { jobs, next_cursor } = await unwrap(
          api.GET('/api/jobs', { params: { query: { cursor, limit: pageSize } }, signal }),
        );
        return { items: jobs, next: next_cursor };
      }),
  });
}

export function useApplication(id: string) {
  const client = useQueryClient();
  return useQuery({
    queryKey: jobKeys.one(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/applications/{id}', { params: { path: { id } }, signal })),
    placeholderData: () =>
      client.getQueryData<Application[]>(jobKeys.all)?.find((application) => application.id === id),
  });
}

export function useJob(id: string) {
  return useQuery({
    queryKey: jobKeys.job(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/jobs/{id}', { params: { path: { id } }, signal })),
  });
}

export function useFunnel() {
  return useQuery({
    queryKey: jobKeys.funnel,
    queryFn: ({ signal }) => unwrap(api.GET('/api/applications/funnel', { signal })),
  });
}

/** Applications first: a posting that is known before its application looks as if it had none. */
export async function refreshAll(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: jobKeys.applications });
  await client.invalidateQueries({ queryKey: jobKeys.jobs });
}

/** Puts a changed application wherever it is shown. */
export function keepApplication(client: QueryClient, application: Application): void {
  client.setQueryData(jobKeys.one(application.id), application);
  client.setQueryData<Application[]>(jobKeys.all, (all) =>
    all?.map((one) => (one.id === application.id ? application : one)),
  );
  void client.invalidateQueries({ queryKey: jobKeys.funnel });
}

export interface ApplicationChange {
  stage?: Stage;
  at?: string;
  note?: string;
  cv_id?: string | null;
  letter_id?: string | null;
  notes?: string | null;
  contacts?: Application['contacts'];
  tags?: string[];
  next_step?: string | null;
  remind_at?: string | null;
  interview_at?: string | null;
  applied_at?: string | null;
  source?: string | null;
}

export const patchApplication = (id: string, body: ApplicationChange): Promise<Application> =>
  unwrap(api.PATCH('/api/applications/{id}', { params: { path: { id } }, body }));

export function useChange(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: ApplicationChange) => patchApplication(id, change),
    onSuccess: (application) => keepApplication(client, application),
  });
}

export function useRemove() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/applications/{id}', { params: { path: { id } } })),
    async onSuccess(_nothing, id) {
      client.removeQueries({ queryKey: jobKeys.one(id) });
      client.setQueryData<Application[]>(jobKeys.all, (all) => all?.filter((one) => one.id !== id));
      await client.invalidateQueries({ queryKey: jobKeys.applications });
    },
  });
}

export function useRemoveJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/jobs/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: jobKeys.jobs }),
  });
}

export function useChangeJob(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: JobPatchInput): Promise<Job> =>
      unwrap(api.PATCH('/api/jobs/{id}', { params: { path: { id } }, body })),
    async onSuccess(job) {
      client.setQueryData(jobKeys.job(id), job);
      await client.invalidateQueries({ queryKey: jobKeys.applications });
    },
  });
}

export interface Placed {
  application: Application;
  /** It was on the board before. */
  isOld: boolean;
}

/** Puts a posting on the board; one that is there already stays where it is. */
export async function placeJob(job_id: string, stage: Stage): Promise<Placed> {
  try {
    const application = await unwrap(api.POST('/api/applications', { body: { job_id, stage } }));
    return { application, isOld: false };
  } catch (error) {
    if (!(error instanceof ApiProblem && error.code === 'application_exists')) throw error;
    const id = error.fields[0]?.message.match(/[0-9a-f-]{36}/)?.[0];
    if (!id) throw error;
    const application = await unwrap(api.GET('/api/applications/{id}', { params: { path: { id } } }));
    return { application, isOld: true };
  }
}

export function usePlace() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ job_id, stage }: { job_id: string; stage: Stage }) => placeJob(job_id, stage),
    onSuccess: () => client.invalidateQueries({ queryKey: jobKeys.applications }),
  });
}

export interface Added extends Placed {
  job: Job;
}

/** Saves a posting and puts it on the board. Done again after half of it failed, it goes on from there. */
export function useAdd() {
  const client = useQueryClient();
  return useMutation({
    async mutationFn({ posting, stage }: { posting: NewJobInput; stage: Stage }): Promise<Added> {
      const job = await unwrap(api.POST('/api/jobs', { body: posting }));
      return { job, ...(await placeJob(job.id, stage)) };
    },
    async onSettled() {
      await refreshAll(client);
    },
  });
}

export interface NamedJob {
  title: string;
  company_name: string;
  url?: string;
  location?: string;
}

/** A job without its posting. */
export function useAddNamed() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ job, stage }: { job: NamedJob; stage: Stage }): Promise<Application> =>
      unwrap(api.POST('/api/applications', { body: { job, stage } })),
    async onSuccess() {
      await refreshAll(client);
    },
  });
}
