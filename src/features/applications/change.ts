import type { Transaction } from 'kysely';
import { notFound } from '../../kernel/errors.ts';
import type { Database } from '../../store/index.ts';
import { type Identities, identitiesOf } from '../account/index.ts';
import { type Application, findApplication, track } from './application.ts';
import { applicationExists, type Details, detailColumns, findByJob } from './create.ts';
import { pastOrNow } from './dates.ts';
import type { ApplicationParts } from './deps.ts';
import { differences } from './differences.ts';
import { type Author, event, eventRows, insertEvents, isBeyondApplied } from './events.ts';
import type { TimelineEvent } from './history.ts';
import { unwrittenEvents } from './original.ts';
import { countApplications, discountApplication, holdPosting } from './postings.ts';
import { checkReferences, notYours } from './references.ts';
import { type Move, rememberMoves } from './remember.ts';
import { eventsOf, lockApplication, selectApplications } from './rows.ts';
import { type Stage, statusOf } from './stages.ts';

export interface Change extends Details {
  stage?: Stage;
  /** When it came to that stage; now, where it is left out. */
  at?: Date;
  /** Another posting of the caller's for the same application, such as the page of a job that was only named. */
  job_id?: string;
  /** Goes into the timeline: with the stage where one is given, as an entry of its own otherwise. */
  note?: string;
}

/**
 * Changes an application and writes down what changed, in one transaction that holds the row: of two changes at once
 * both take place, one after the other. What changes nothing writes nothing.
 */
export async function changeApplication(
  { store, memory, clock, logger }: ApplicationParts,
  caller: string,
  id: string,
  change: Change,
  by: Author = 'person',
): Promise<Application> {
  const asked = clock.now();
  const { stage, at, note, job_id, ...details } = change;
  if (details.applied_at) details.applied_at = pastOrNow(details.applied_at, asked, 'applied_at');
  const since = at && pastOrNow(at, asked, 'at');

  const { application, move } = await store.transaction(async (trx) => {
    const identities = await identitiesOf(trx, caller);
    if (!(await lockApplication(trx, identities, id))) throw notFound('Application');
    // Only now it is this change's turn: the one that it waited for is told before it.
    const now = clock.now();
    await checkReferences(trx, identities, details);
    const row = await selectApplications(trx, identities)
      .where('applications.id', '=', id)
      .executeTakeFirstOrThrow();
    const stored = (await eventsOf(trx, [id])).get(id) ?? [];
    const { application: before, stays } = track(row, stored);

    const told = stageEvents({ before, stays, stage, since, details, note, by, now });
    const changed = differences(before, details);
    // Moving to «applied» says when, unless that is known.
    const dated =
      stage === 'applied' && told.moved && details.applied_at === undefined && (since || !before.applied_at)
        ? { applied_at: since ?? now }
        : {};
    const events: TimelineEvent[] = [
      ...told.events,
      ...changed.map(([kind, text]) => event(by, kind, now, { note: text })),
    ];
    if (note && !told.moved) events.push(event(by, 'note', since ?? now, { note }));
    const isRelinked = job_id !== undefined && job_id !== before.job.id;
    if (isRelinked) events.push(await relink(trx, identities, { from: before.job.id, to: job_id, by, now }));
    if (events.length === 0) return { application: before, move: null };

    const to = told.moved ? stage! : before.stage;
    await trx
      .updateTable('applications')
      .set({
        ...detailColumns({ ...details, ...dated }),
        ...(isRelinked && { job_id }),
        stage: to,
        status: statusOf[to],
        revision: (row.revision ?? 0) + 1,
        updated_at: now,
      })
      .where('id', '=', id)
      .execute();
    const unwritten = unwrittenEvents(row, stored);
    const rows = eventRows(
      { application_id: id, owner_id: caller, events: [...unwritten, ...events] },
      now,
      stored.at(-1),
    );
    await insertEvents(trx, rows);
    const after = (await findApplication(trx, identities, id))!;
    const move: Move | null = told.moved
      ? {
          application_id: id,
          event_id: rows[unwritten.length + told.events.length - 1]!.id,
          title: after.job.title,
          company: after.job.company,
          from: before.stage,
          to,
          note: note ?? null,
        }
      : null;
    return { application: after, move };
  });

  if (move) await rememberMoves({ memory, logger }, caller, [move]);
  return application;
}

/** Moves the counts of postings along with an application, and tells the timeline. 409 where the posting has one. */
async function relink(
  trx: Transaction<Database>,
  identities: Identities,
  { from, to, by, now }: { from: string; to: string; by: Author; now: Date },
): Promise<TimelineEvent> {
  if (!(await holdPosting(trx, identities, to))) throw notYours('job_id', 'Posting');
  const existing = await findByJob(trx, identities, to);
  if (existing) throw applicationExists(existing);
  await discountApplication(trx, identities, from);
  await countApplications(trx, [to]);
  const { title, company_name } = await trx
    .selectFrom('job_postings')
    .select(['title', 'company_name'])
    .where('id', '=', to)
    .executeTakeFirstOrThrow();
  return event(by, 'job', now, { note: `${title}, ${company_name}` });
}

interface StageParts {
  before: Application;
  stays: { stage: Stage }[];
  stage: Stage | undefined;
  since: Date | undefined;
  details: Details;
  note: string | undefined;
  by: Author;
  now: Date;
}

/** The events of a move, or of a new date for the stage it is in. */
function stageEvents({ before, stays, stage, since, details, note = '', by, now }: StageParts): {
  moved: boolean;
  events: TimelineEvent[];
} {
  const isSame = stage === before.stage;
  if (stage === undefined || (isSame && !since)) return { moved: false, events: [] };
  const events: TimelineEvent[] = [];
  let from = before.stage;
  const { applied_at } = details;
  // A date of applying that comes with a later stage: it was applied for on the way.
  if (applied_at && !isSame && isBeyondApplied(stage) && !stays.some((stay) => stay.stage === 'applied')) {
    events.push(event(by, 'stage', applied_at, { from, to: 'applied' }));
    from = 'applied';
  }
  const when = since ?? (stage === 'applied' && applied_at ? applied_at : now);
  events.push(event(by, 'stage', when, { from, to: stage, note: note || null }));
  return { moved: true, events };
}
