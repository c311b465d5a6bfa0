import type { ChatModel } from '../../../ai/index.ts';
import type { ChatConfig } from '../../../config/index.ts';
import type { Desk } from '../../../desk/index.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Logger } from '../../../kernel/logger.ts';
import type { Memory } from '../../../memory/types.ts';
import type { Store } from '../../../store/index.ts';
import { identitiesOf } from '../../account/index.ts';
import {
  type Application,
  changeApplication,
  type DueItem,
  dueFollowUps,
  findApplication,
  type ListFilter,
  listApplications,
  type Page,
  type Stage,
} from '../../applications/index.ts';
import { type Cv, findCv, latestCv, listCvs } from '../../cv/index.ts';
import { type KeptPromise, promisesOf } from '../../insights/index.ts';
import {
  findJob,
  type Job,
  type JobInput,
  listJobs,
  type PostingTools,
  type SavedJob,
  saveJob,
} from '../../jobs/index.ts';
import { createLetter, type Letter, type LetterInput, listLetters } from '../../letters/index.ts';
import { checksOf } from './checks.ts';
import { type Fit, type FitJob, fitOf } from './fit.ts';

/** What the coach reaches CVs, postings and applications with. */
export interface WorkbenchParts {
  store: Pick<Store, 'read' | 'transaction'>;
  memory: Pick<Memory, 'remember' | 'recall' | 'list' | 'forgetConversation'>;
  chat: ChatModel | null;
  config: Pick<ChatConfig, 'temperature'>;
  postings: PostingTools;
  /** Checks and matches CVs. */
  desk: Desk;
  clock: Clock;
  logger: Logger;
}

export interface CvHead {
  id: string;
  filename: string;
  name: string | null;
  label: string | null;
  created_at: string;
}

/** One person's CVs, saved postings and applications, as the coach looks at them. */
export interface Workbench {
  now(): Date;
  /** The newest first, at most 50. */
  cvs(): Promise<CvHead[]>;
  /** The one of that id, else the one added last. */
  cv(id?: string): Promise<Cv | null>;
  checks(cv: Cv): ReturnType<typeof checksOf>;
  fit(cv: Cv, job: FitJob): Promise<Fit>;
  /** The newest first, at most 1,000. */
  jobs(): Promise<Job[]>;
  job(id: string): Promise<Job | null>;
  applications(filter?: ListFilter): Promise<Page>;
  /** All of them, at most 2,000; the newest first. */
  allApplications(): Promise<Application[]>;
  application(id: string): Promise<Application | null>;
  due(): Promise<DueItem[]>;
  /** What they said they would do and that is still open; what is due first comes first. */
  promises(): Promise<KeptPromise[]>;
  save(input: JobInput, signal?: AbortSignal): Promise<SavedJob>;
  /** Writes and keeps a letter for a saved posting, as a further version where the posting has one. */
  draft(input: LetterInput & { job_id: string }, signal?: AbortSignal): Promise<Letter>;
  /** Written into the timeline as done by the coach. */
  move(id: string, change: { stage: Stage; note?: string }): Promise<Application>;
}

const mostJobs = 1_000;
const mostApplications = 2_000;

export function openWorkbench(parts: WorkbenchParts, user: string): Workbench {
  const { store, clock } = parts;
  type Db = Parameters<Parameters<WorkbenchParts['store']['read']>[0]>[0];
  type Identities = Awaited<ReturnType<typeof identitiesOf>>;
  const read = <T>(work: (db: Db, identities: Identities) => Promise<T>) =>
    store.read(async (db) => work(db, await identitiesOf(db, user)));
  const applications = (filter: ListFilter = {}) =>
    read((db, identities) => listApplications(db, identities, filter, clock.now()));

  return {
    now: () => clock.now(),
    checks: (cv) => checksOf(parts.desk, cv, clock.now()),
    fit: (cv, job) => fitOf(parts.desk, cv, job, clock.now()),
    cvs: async () => (await listCvs(user, { limit: 50 }, parts)).cvs,
    cv: (id) =>
      read((db, identities) => (id === undefined ? latestCv(db, identities) : findCv(db, identities, id))),
    jobs: () =>
      paged(mostJobs, async (cursor) => {
        const page = await read((db, identities) =>
          listJobs(db, identities, { cursor, limit: 200 }, clock.now()),
        );
        return { items: page.jobs, next: page.next_cursor };
      }),
    job: (id) => read((db, identities) => findJob(db, identities, id, clock.now())),
    applications,
    allApplications: () =>
      paged(mostApplications, async (cursor) => {
        const page = await applications({ cursor, limit: 500 });
        return { items: page.applications, next: page.next_cursor };
      }),
    application: (id) => read((db, identities) => findApplication(db, identities, id)),
    due: () => read((db, identities) => dueFollowUps(db, identities, clock.now())),
    promises: async () =>
      (await promisesOf(parts, user)).filter(({ state }) => state === 'open' || state === 'overdue'),
    save: (input, signal) => saveJob(parts, user, input, signal),
    async draft(input, signal) {
      const { letters } = await read((db, identities) =>
        listLetters(db, identities, { job_id: input.job_id, limit: 1 }),
      );
      const letter_id = letters[0]?.letter_id;
      return createLetter(parts, user, { ...input, ...(letter_id && { letter_id }) }, signal);
    },
    move: (id, change) => changeApplication(parts, user, id, change, 'coach'),
  };
}

async function paged<T>(
  most: number,
  page: (cursor: string | undefined) => Promise<{ items: T[]; next: string | null }>,
): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await page(cursor);
    all.push(...items);
    cursor = next ?? undefined;
  } while (cursor !== undefined && all.length < most);
  return all;
}
