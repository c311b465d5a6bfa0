import type { Kysely } from 'kysely';
import { type Documents, documentFromText } from '../../documents/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Database, instant, type Store } from '../../store/index.ts';
import type { Identities } from '../account/index.ts';
import { type ApplicationParts, createApplication, removeApplication } from '../applications/index.ts';
import { addCv, type CvDeps, importCv, removeCv } from '../cv/index.ts';
import { inPlaceReader, type JobParts, removeJob, saveJob } from '../jobs/index.ts';
import { sampleCv } from './data/cv.ts';
import { samplePosting } from './data/posting.ts';

export type ThingParts = Pick<CvDeps, 'desk'> &
  JobParts &
  ApplicationParts &
  Pick<CvDeps, 'memory'> & { store: Pick<Store, 'read' | 'transaction'>; clock: Clock };

/** In the order in which they are made; they are removed the other way round. */
export const kinds = ['cv', 'job', 'application'] as const;
type Kind = (typeof kinds)[number];

const DAY = 86_400_000;
/** Who began to make a thing and did not end within this time has died over it, in ms. */
const PATIENCE = 120_000;

/** The CV, the posting and the application, each unless it is there. */
export async function addThings(parts: ThingParts, caller: string): Promise<void> {
  for (const kind of kinds) await add(parts, caller, kind);
}

async function add(parts: ThingParts, caller: string, kind: Kind): Promise<void> {
  if (!(await claim(parts, caller, kind))) return;
  let id: string | null = null;
  try {
    id = await make(parts, caller, kind);
  } finally {
    await settle(parts, caller, kind, id);
  }
}

/** Short texts of our own are read where we are: the threads for those of others take a second or two to start. */
const documents: Documents = {
  read: async (bytes) => documentFromText(Buffer.from(bytes).toString('utf8')),
  close: async () => {},
};

/** Null where the person has the same thing of their own: that is not ours to throw away. */
async function make(parts: ThingParts, caller: string, kind: Kind): Promise<string | null> {
  if (kind === 'cv') {
    const imported = await importCv(sampleCv, { ...parts, documents, chat: null, config: {} });
    return (await addCv(caller, imported, parts)).id;
  }
  if (kind === 'job') {
    const { job, created } = await saveJob(
      { ...parts, postings: { ...parts.postings, reader: inPlaceReader } },
      caller,
      {
        text: samplePosting.text,
      },
    );
    return created ? job.id : null;
  }
  const [cv_id, job_id] = await Promise.all([thingOf(parts, caller, 'cv'), thingOf(parts, caller, 'job')]);
  if (!job_id) return null;
  const applied_at = new Date(parts.clock.now().getTime() - samplePosting.daysAgo * DAY);
  const application = { job_id, cv_id, stage: 'applied' as const, applied_at, tags: ['sample'] };
  const made = await createApplication(parts, caller, application);
  return made.created ? made.application.id : null;
}

/** Takes away what was made, and nothing that the person has hung on it since. */
export async function removeThings(parts: ThingParts, caller: string): Promise<void> {
  for (const kind of kinds.toReversed()) {
    const id = await thingOf(parts, caller, kind);
    if (id) await remove(parts, caller, kind, id);
    await parts.store.transaction((trx) =>
      trx.deleteFrom('interviewly.samples').where('owner_id', '=', caller).where('kind', '=', kind).execute(),
    );
  }
}

async function remove(parts: ThingParts, caller: string, kind: Kind, id: string): Promise<void> {
  try {
    if (kind === 'cv') await removeCv(caller, id, parts);
    else if (kind === 'job') await removeJob(parts, caller, id);
    else await removeApplication(parts, caller, id);
  } catch (error) {
    // Gone already, or a posting that an application of the person's own hangs on.
    if (!(error instanceof AppError) || (error.status !== 404 && error.code !== 'posting_in_use'))
      throw error;
  }
}

/** The ids of a person's CV, posting and application that are the sample's, and so say nothing of the person. */
export async function sampleThings(
  db: Kysely<Database>,
  { all }: Pick<Identities, 'all'>,
): Promise<string[]> {
  const rows = await db
    .selectFrom('interviewly.samples')
    .select('thing_id')
    .where('owner_id', 'in', all)
    .execute();
  return rows.flatMap(({ thing_id }) => thing_id ?? []);
}

async function thingOf({ store }: ThingParts, caller: string, kind: Kind): Promise<string | null> {
  const row = await store.read((db) =>
    db
      .selectFrom('interviewly.samples')
      .select('thing_id')
      .where('owner_id', '=', caller)
      .where('kind', '=', kind)
      .executeTakeFirst(),
  );
  return row?.thing_id ?? null;
}

/** Whether this call is the one to make it: of two at once, one is. */
async function claim({ store, clock }: ThingParts, caller: string, kind: Kind): Promise<boolean> {
  const now = clock.now();
  return store.transaction(async (trx) => {
    await trx
      .deleteFrom('interviewly.samples')
      .where('owner_id', '=', caller)
      .where('kind', '=', kind)
      .where('thing_id', 'is', null)
      .where('created_at', '<', instant(new Date(now.getTime() - PATIENCE)))
      .execute();
    const result = await trx
      .insertInto('interviewly.samples')
      .values({ owner_id: caller, kind, created_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
  });
}

async function settle({ store }: ThingParts, caller: string, kind: Kind, id: string | null): Promise<void> {
  await store.transaction(async (trx) => {
    const row = { owner_id: caller, kind };
    if (id === null)
      await trx
        .deleteFrom('interviewly.samples')
        .where('owner_id', '=', row.owner_id)
        .where('kind', '=', row.kind)
        .execute();
    else
      await trx
        .updateTable('interviewly.samples')
        .set({ thing_id: id })
        .where('owner_id', '=', row.owner_id)
        .where('kind', '=', row.kind)
        .execute();
  });
}
