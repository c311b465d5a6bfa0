import type { Kysely } from 'kysely';
import { breathe } from '../../../kernel/breathe.ts';
import { uuidv7 } from '../../../kernel/ids.ts';
import type { Database } from '../../../store/index.ts';
import { type Identities, identitiesOf, ownedBy } from '../../account/index.ts';
import { type Change, changeApplication } from '../change.ts';
import { applicationRow, detailColumns, detailEvents } from '../create.ts';
import type { ApplicationParts } from '../deps.ts';
import { event, eventRows, firstEvents, insertEvents } from '../events.ts';
import type { TimelineEvent } from '../history.ts';
import {
  countApplications,
  insertPostings,
  jobKey,
  type PostingRow,
  postingRow,
  sameAddress,
} from '../postings.ts';
import { applicantOf } from '../references.ts';
import { type Move, rememberMoves } from '../remember.ts';
import type { Stage } from '../stages.ts';
import { type Candidate, sinceOf, stageFor } from './candidate.ts';
import type { Plan } from './plan.ts';

export interface ImportResult {
  /** What becomes, or in a preview would become, of each row that is not skipped. */
  items: ImportItem[];
  skipped: { line: number; reason: string }[];
}

export interface ImportItem {
  line: number;
  action: 'create' | 'update';
  /** Null in a preview of what is new. */
  id: string | null;
  title: string;
  company: string;
  stage: Stage;
}

/** Applications that are written in one transaction; others have their turn in between. */
const batch = 100;

/** What the caller has, by the key of the job. */
interface Known {
  applications: Map<string, string>;
  postings: Map<string, { id: string; url: string | null }[]>;
}

export interface RunOptions {
  duplicates: 'skip' | 'update';
  preview: boolean;
}

/**
 * Makes or updates what a plan holds. It goes in parts, each whole or not at all; after a failure the same file can be
 * sent again, since what is there already is skipped.
 */
export async function runImport(
  deps: ApplicationParts,
  caller: string,
  plan: Plan,
  { duplicates, preview }: RunOptions,
): Promise<ImportResult> {
  const { identities, known } = await deps.store.read(async (db) => {
    const identities = await identitiesOf(db, caller);
    return { identities, known: await knownJobs(db, identities) };
  });
  const result: ImportResult = { items: [], skipped: [...plan.skipped] };
  const fresh: Candidate[] = [];
  for (const candidate of plan.candidates) {
    const id = known.applications.get(jobKey(candidate));
    if (id === undefined) fresh.push(candidate);
    else if (duplicates === 'skip') result.skipped.push(duplicate(candidate, id));
    else {
      if (!preview) await changeApplication(deps, caller, id, changeOf(candidate), 'import');
      result.items.push(itemOf(candidate, 'update', id));
    }
  }
  for (let start = 0; start < fresh.length; start += batch) {
    const part = fresh.slice(start, start + batch);
    if (preview) result.items.push(...part.map((candidate) => itemOf(candidate, 'create', null)));
    else await importPart(deps, { caller, identities, known, part, result });
    await breathe();
  }
  result.items.sort((a, b) => a.line - b.line);
  result.skipped.sort((a, b) => a.line - b.line);
  return result;
}

function duplicate({ line }: Candidate, id: string) {
  return { line, reason: `there is an application for this job already: ${id}` };
}

function itemOf(candidate: Candidate, action: ImportItem['action'], id: string | null): ImportItem {
  const { line, title, company_name: company } = candidate;
  return { line, action, id, title, company, stage: stageFor(candidate) };
}

/** What is in the file and not empty. */
function changeOf(candidate: Candidate): Change {
  const { stage, applied_at, interview_at, remind_at, next_step, source, notes, tags, contacts } = candidate;
  const said = { applied_at, interview_at, remind_at, next_step, source, notes };
  return {
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)),
    ...(stage && { stage }),
    ...(tags.length > 0 && { tags }),
    ...(contacts.length > 0 && { contacts }),
  };
}

async function knownJobs(db: Kysely<Database>, identities: Identities): Promise<Known> {
  const applied = await db
    .selectFrom('applications')
    .innerJoin('job_postings', 'job_postings.id', 'applications.job_id')
    .select(['applications.id', 'job_postings.title', 'job_postings.company_name'])
    .where(ownedBy(identities, 'applications'))
    .execute();
  const postings = await db
    .selectFrom('job_postings')
    .select(['id', 'title', 'company_name', 'external_url as url'])
    .where(ownedBy(identities, 'job_postings'))
    .execute();
  return {
    applications: new Map(applied.map((row) => [jobKey(row), row.id])),
    postings: Map.groupBy(postings, jobKey),
  };
}

interface Part {
  caller: string;
  identities: Identities;
  known: Known;
  part: Candidate[];
  result: ImportResult;
}

async function importPart(
  { store, memory, clock, logger }: ApplicationParts,
  { caller, identities, known, part, result }: Part,
): Promise<void> {
  const now = clock.now();
  const moves: Move[] = [];
  const done = await store.transaction(async (trx) => {
    moves.length = 0;
    const applicant = await applicantOf(trx, identities, null);
    const jobs = await postingsFor(trx, { caller, identities, known, part, now });
    const taken = new Map(
      (
        await trx
          .selectFrom('applications')
          .select(['id', 'job_id'])
          .where('job_id', 'in', [...jobs.values()])
          .where(ownedBy(identities, 'applications'))
          .execute()
      ).map((row) => [row.job_id, row.id]),
    );
    const made = part.filter((candidate) => !taken.has(jobs.get(candidate)!));
    const ids = new Map(made.map((candidate) => [candidate, uuidv7(now.getTime())]));
    if (made.length > 0) {
      await trx
        .insertInto('applications')
        .values(
          made.map((candidate) => ({
            ...applicationRow({
              id: ids.get(candidate)!,
              caller,
              identities,
              jobId: jobs.get(candidate)!,
              stage: stageFor(candidate),
              applicant,
              now,
            }),
            ...detailColumns(detailsOf(candidate)),
          })),
        )
        .execute();
      await countApplications(trx, [...new Set(made.map((candidate) => jobs.get(candidate)!))]);
      const rows = made.map((candidate) =>
        eventRows(
          { application_id: ids.get(candidate)!, owner_id: caller, events: eventsFor(candidate, now) },
          now,
        ),
      );
      await insertEvents(trx, rows.flat());
      for (const [i, candidate] of made.entries()) moves.push(moveOf(candidate, rows[i]![0]!));
    }
    return { ids, taken, jobs };
  });
  for (const candidate of part) {
    const id = done.ids.get(candidate);
    if (id) result.items.push(itemOf(candidate, 'create', id));
    else result.skipped.push(duplicate(candidate, done.taken.get(done.jobs.get(candidate)!)!));
  }
  await rememberMoves({ memory, logger }, caller, moves);
}

function moveOf(candidate: Candidate, { application_id, id }: { application_id: string; id: string }): Move {
  const { title, company_name: company } = candidate;
  return { application_id, event_id: id, title, company, from: null, to: stageFor(candidate), note: null };
}

function detailsOf({ applied_at, interview_at, remind_at, next_step, notes, tags, contacts }: Candidate) {
  return { applied_at, interview_at, remind_at, next_step, notes, tags, contacts };
}

function eventsFor(candidate: Candidate, now: Date): TimelineEvent[] {
  const { history, applied_at } = candidate;
  const stage = stageFor(candidate);
  const first =
    history.length > 0
      ? history.map(({ stage: to, at }, i) =>
          i === 0
            ? event('import', 'created', at, { to })
            : event('import', 'stage', at, { from: history[i - 1]!.stage, to }),
        )
      : firstEvents('import', { stage, since: sinceOf(candidate) ?? now, appliedAt: applied_at });
  return [...first, ...detailEvents({ ...detailsOf(candidate), source: candidate.source }, 'import', now)];
}

/** A posting for each candidate: one there is, or a new one; held until the transaction ends. */
async function postingsFor(
  trx: Kysely<Database>,
  { caller, identities, known, part, now }: Omit<Part, 'result'> & { now: Date },
): Promise<Map<Candidate, string>> {
  const jobs = new Map<Candidate, string>();
  const rows: PostingRow[] = [];
  for (const candidate of part) {
    const there = known.postings.get(jobKey(candidate))?.find(({ url }) => sameAddress(url, candidate.url));
    if (there) {
      jobs.set(candidate, there.id);
      continue;
    }
    const row = postingRow(caller, identities, candidate, { now, kind: 'csv' });
    rows.push(row);
    jobs.set(candidate, row.id);
  }
  const ids = await insertPostings(trx, identities, rows);
  for (const [candidate, id] of jobs) jobs.set(candidate, ids.get(id) ?? id);
  await trx
    .updateTable('job_postings')
    .set((expression) => ({ applications_count: expression.ref('applications_count') }))
    .where('id', 'in', [...new Set(jobs.values())].sort())
    .execute();
  return jobs;
}
