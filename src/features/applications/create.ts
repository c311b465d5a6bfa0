import type { Kysely } from 'kysely';
import { AppError, invalidInput } from '../../kernel/errors.ts';
import { uuidv7 } from '../../kernel/ids.ts';
import { type Database, json } from '../../store/index.ts';
import { type Identities, identitiesOf, ownedBy, ownerColumns } from '../account/index.ts';
import { type Application, type Contact, findApplication } from './application.ts';
import { pastOrNow } from './dates.ts';
import type { ApplicationParts } from './deps.ts';
import { type Author, event, eventRows, firstEvents, insertEvents, timeNote } from './events.ts';
import type { TimelineEvent } from './history.ts';
import { countApplications, findOrNamePosting, holdPosting, type NamedJob } from './postings.ts';
import { type Applicant, applicantOf, checkReferences, notYours } from './references.ts';
import { rememberMoves } from './remember.ts';
import { type Stage, statusOf } from './stages.ts';

/** What may be said of an application, besides its job and stage. Null is the same as nothing, or clears. */
export interface Details {
  cv_id?: string | null;
  letter_id?: string | null;
  notes?: string | null;
  contacts?: Contact[] | null;
  tags?: string[] | null;
  next_step?: string | null;
  remind_at?: Date | null;
  applied_at?: Date | null;
  interview_at?: Date | null;
  source?: string | null;
}

export interface NewApplication extends Details {
  job_id?: string;
  job?: NamedJob;
  stage?: Stage;
  /** Since when it is in that stage; now, or the date of applying. */
  at?: Date;
}

/** The application that a job has now, and whether it was made by this call. */
export interface Created {
  application: Application;
  created: boolean;
}

/** There is one application per job and person. */
export function applicationExists(id: string): AppError {
  return new AppError('application_exists', {
    status: 409,
    title: 'There is an application for this job already',
    detail: `It is ${id}.`,
    fields: [{ field: 'job_id', message: `has the application ${id} already` }],
    remedy: `Change it with PATCH /api/applications/${id}.`,
  });
}

/**
 * Makes an application, with the events of its first stage and what else was said. There is one per job and person: where
 * the job has one, that one comes back as it is.
 */
export async function createApplication(
  { store, memory, clock, logger }: ApplicationParts,
  caller: string,
  input: NewApplication,
  by: Author = 'person',
): Promise<Created> {
  const now = clock.now();
  const { job_id, job, stage = 'saved', at, ...details } = input;
  if ((job_id === undefined) === (job === undefined))
    throw invalidInput([{ field: 'job_id', message: 'is required, or else job (one of the two)' }]);
  const appliedAt = details.applied_at ? pastOrNow(details.applied_at, now, 'applied_at') : null;
  const since = at ? pastOrNow(at, now, 'at') : stage === 'applied' ? (appliedAt ?? now) : now;
  const id = uuidv7(now.getTime());

  const { application, eventId } = await store.transaction(async (trx) => {
    const identities = await identitiesOf(trx, caller);
    const jobId = job_id ?? (await findOrNamePosting(trx, caller, identities, job!, now));
    if (!(await holdPosting(trx, identities, jobId))) throw notYours('job_id', 'Posting');
    const existing = await findByJob(trx, identities, jobId);
    if (existing) return { application: (await findApplication(trx, identities, existing))!, eventId: null };
    await checkReferences(trx, identities, details);
    const applicant = await applicantOf(trx, identities, details.cv_id ?? null);
    const applied = appliedAt ?? (stage === 'applied' ? since : null);
    const row = applicationRow({ id, caller, identities, jobId, stage, applicant, now });
    await trx
      .insertInto('applications')
      .values({ ...row, ...detailColumns({ ...details, applied_at: applied }) })
      .execute();
    const events = [
      ...firstEvents(by, { stage, since, appliedAt: applied }),
      ...detailEvents(details, by, now),
    ];
    const rows = eventRows({ application_id: id, owner_id: caller, events }, now);
    await insertEvents(trx, rows);
    await countApplications(trx, [jobId]);
    return { application: (await findApplication(trx, identities, id))!, eventId: rows[0]!.id };
  });

  if (eventId === null) return { application, created: false };
  const { title, company } = application.job;
  const move = { application_id: id, event_id: eventId, title, company, from: null, to: stage, note: null };
  await rememberMoves({ memory, logger }, caller, [move]);
  return { application, created: true };
}

/** The application that a person has for a posting; null where there is none. */
export async function findByJob(
  db: Kysely<Database>,
  identities: Identities,
  jobId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('applications')
    .select('id')
    .where('job_id', '=', jobId)
    .where(ownedBy(identities, 'applications'))
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

interface RowParts {
  id: string;
  caller: string;
  identities: Identities;
  jobId: string;
  stage: Stage;
  applicant: Applicant;
  now: Date;
}

/** The columns that every new row has. */
export function applicationRow({ id, caller, identities, jobId, stage, applicant, now }: RowParts) {
  const { owner_id, userId } = ownerColumns(caller, identities);
  return {
    id,
    job_id: jobId,
    user_id: userId,
    owner_id,
    applicant_email: applicant.email,
    applicant_name: applicant.name,
    stage,
    status: statusOf[stage],
    revision: 1,
    created_at: now,
    updated_at: now,
  };
}

/** Details as columns: only those that were named. */
export function detailColumns(details: Details) {
  const { contacts, tags, interview_at, source: _, ...plain } = details;
  return {
    ...plain,
    ...(contacts !== undefined && { contacts: contacts === null ? null : json(contacts) }),
    ...(tags !== undefined && { tags: tags === null ? null : json(tags) }),
    ...(interview_at !== undefined && { interview_scheduled_at: interview_at }),
  };
}

/** What the timeline says of details. The date of applying is in the stage's event. Long texts are not repeated. */
export function detailEvents(details: Details, by: Author, now: Date): TimelineEvent[] {
  const events: TimelineEvent[] = [];
  const add = (kind: string, note: string | null) => events.push(event(by, kind, now, { note }));
  if (details.source) add('source', details.source);
  if (details.interview_at) add('interview', timeNote(details.interview_at));
  if (details.remind_at) add('reminder', timeNote(details.remind_at));
  if (details.next_step) add('next_step', details.next_step);
  return events;
}
