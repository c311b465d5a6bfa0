import { type Kysely, sql } from 'kysely';
import { type Resume, valueAt, withValueAt } from '../../../career/resume/index.ts';
import { AppError, invalidInput, notFound } from '../../../kernel/errors.ts';
import { type Database, json } from '../../../store/index.ts';
import { type Identities, identitiesOf, ownedBy } from '../../account/index.ts';
import { type Cv, findCv, selectCvs } from '../cvs.ts';
import { withCorrected } from '../stored.ts';
import type { Change } from './change.ts';
import type { RewriteDeps } from './create.ts';
import { changesOf, findRewrite, outcomeColumns, type RewriteRow } from './rows.ts';

export interface Decision {
  cvId: string;
  rewriteId: string;
  changeIds: readonly string[];
}

interface Decided {
  cv: Cv;
  resume: Resume;
  changes: Change[];
  /** Applied by this call; not what had been accepted before. */
  applied: Change[];
}

/**
 * Applies changes to the CV: all that still fit, in one transaction. One whose place holds something else by now becomes
 * stale and the others go on; what was accepted before stays as it is. Throws `change_refused` (409), with nothing
 * applied, where one of them was refused.
 */
export async function acceptChanges(deps: RewriteDeps, caller: string, decision: Decision): Promise<Decided> {
  const { store, clock, memory } = deps;
  const decided = await store.transaction(async (trx) => {
    const { identities, cv, row, chosen } = await locked(trx, caller, decision);
    const refused = chosen.find(({ status }) => status === 'refused');
    if (refused)
      throw conflict('change_refused', `The change ${refused.id} states what the CV does not hold.`);
    let { resume } = cv;
    const spans = { ...cv.spans };
    const applied: Change[] = [];
    const changes = changesOf(row).map((change): Change => {
      if (!chosen.includes(change) || change.status === 'accepted') return change;
      if ((valueAt(resume, change.pointer) ?? '') !== change.before) return { ...change, status: 'stale' };
      resume = applyTo(resume, change);
      // The source text does not say it in these words.
      delete spans[change.pointer];
      applied.push(change);
      return { ...change, status: 'accepted' };
    });
    if (applied.length > 0) {
      const { result } = await selectCvs(trx, identities).where('id', '=', cv.id).executeTakeFirstOrThrow();
      // What an accepted change says is the change's, whatever the person had corrected there.
      const corrected = cv.corrected.filter((at) => !applied.some(({ pointer }) => pointer === at));
      await trx
        .updateTable('cv_analyses')
        .set({
          parsed_data: json(resume),
          source_spans: json(spans),
          result: json(withCorrected(result, corrected)),
          updated_at: clock.now(),
        })
        .where('id', '=', cv.id)
        .where(ownedBy(identities, 'cv_analyses'))
        .execute();
    }
    await keep(trx, row, changes, resume);
    return { cv, resume, changes, applied };
  });
  if (decided.applied.length > 0) await memory.remember(caller, [accepted(decided)]);
  return decided;
}

/** Turns changes down. Throws `change_accepted` (409), with nothing done, where one of them was applied before. */
export async function rejectChanges(deps: RewriteDeps, caller: string, decision: Decision): Promise<Decided> {
  return await deps.store.transaction(async (trx) => {
    const { cv, row, chosen } = await locked(trx, caller, decision);
    const done = chosen.find(({ status }) => status === 'accepted');
    if (done) throw conflict('change_accepted', `The change ${done.id} is part of the CV already.`);
    const changes = changesOf(row).map(
      (change): Change =>
        chosen.includes(change) && change.status !== 'refused' ? { ...change, status: 'rejected' } : change,
    );
    await keep(trx, row, changes, cv.resume);
    return { cv, resume: cv.resume, changes, applied: [] };
  });
}

/** The CV with its lock (a write that changes nothing), so that two decisions at once come one after the other. */
async function locked(trx: Kysely<Database>, caller: string, { cvId, rewriteId, changeIds }: Decision) {
  const identities: Identities = await identitiesOf(trx, caller);
  await trx
    .updateTable('cv_analyses')
    .set({ filename: sql<string>`filename` })
    .where('id', '=', cvId)
    .where(ownedBy(identities, 'cv_analyses'))
    .execute();
  const cv = await findCv(trx, identities, cvId);
  if (!cv) throw notFound('CV');
  const row = await findRewrite(trx, identities, cvId, rewriteId);
  if (!row) throw notFound('Rewrite');
  const known = new Map(changesOf(row).map((change) => [change.id, change]));
  const chosen = changeIds.map((id, at) => {
    const change = known.get(id);
    if (!change)
      throw invalidInput([{ field: `change_ids.${at}`, message: 'is not a change of this rewrite' }]);
    return change;
  });
  return { identities, cv, row, chosen };
}

async function keep(trx: Kysely<Database>, row: RewriteRow, changes: readonly Change[], resume: Resume) {
  await trx
    .updateTable('cv_rewrites')
    .set(outcomeColumns(changes, resume, row.target_job_description))
    .where('id', '=', row.id)
    .execute();
}

function applyTo(resume: Resume, { pointer, after }: Change): Resume {
  const whole = pointer.startsWith('/basics/') && !resume.basics ? { ...resume, basics: {} } : resume;
  return withValueAt(whole, pointer, after);
}

const conflict = (code: string, detail: string) =>
  new AppError(code, { status: 409, title: 'The change cannot be decided so', detail });

/** What memory keeps: which texts of which CV became which. */
function accepted({ cv, applied }: Decided) {
  const texts = applied.slice(0, 10).map(({ after }) => `«${after.slice(0, 300)}»`);
  const count = applied.length === 1 ? 'one change' : `${applied.length} changes`;
  return {
    role: 'user' as const,
    text: `I accepted ${count} to my CV ${cv.filename}. It now says: ${texts.join('; ')}.`,
    conversation_id: cv.id,
    context_type: 'cv',
    metadata: { kind: 'cv', id: cv.id },
  };
}
