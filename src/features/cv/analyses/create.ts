import { notFound } from '../../../kernel/errors.ts';
import { uuidv7 } from '../../../kernel/ids.ts';
import { identitiesOf, ownerColumns } from '../../account/index.ts';
import { findCv } from '../cvs.ts';
import type { CvDeps } from '../deps.ts';
import { jobOf } from './aim.ts';
import { analyse } from './analyse.ts';
import { analysisMessage } from './remembered.ts';
import { type Analysis, rowOf } from './stored.ts';

/** What a CV is held against: a saved posting or a pasted one, or only a title and a seniority. */
export interface AnalysisInput {
  job_id?: string;
  job_text?: string;
  target_title?: string;
  target_seniority?: string;
}

/** Analyses a CV, keeps the result and remembers what to do first. 404 where there is no such CV or posting. */
export async function createAnalysis(
  deps: Omit<CvDeps, 'requireUser' | 'documents'>,
  caller: string,
  cvId: string,
  input: AnalysisInput,
  signal?: AbortSignal,
): Promise<Analysis> {
  const { store, memory, clock, usage } = deps;
  const { target_title = null, target_seniority = null } = input;
  const { cv, job } = await store.read(async (db) => {
    const identities = await identitiesOf(db, caller);
    const found = await findCv(db, identities, cvId);
    if (!found) throw notFound('CV');
    return { cv: found, job: await jobOf(db, identities, input) };
  });
  // Before the work, which a model may be paid for; whether it is really so is settled where it is counted.
  await usage?.requireAllowance(caller, 'analyses');
  const findings = await analyse(cv, { job, target_title, target_seniority }, deps, signal);
  const id = uuidv7();
  const now = clock.now();
  await store.transaction(async (trx) => {
    const identities = await identitiesOf(trx, caller);
    // The model may have taken a while: the CV can be gone by now.
    if (!(await findCv(trx, identities, cv.id))) throw notFound('CV');
    await usage?.count(trx, caller, 'analyses');
    const { owner_id, clerkId } = ownerColumns(caller, identities);
    await trx
      .insertInto('cv_analyses')
      .values(rowOf(id, cv, findings, { owner_id, user_id: clerkId }, now))
      .execute();
  });
  await memory.remember(caller, [analysisMessage(id, cv, findings)]);
  return { ...findings, id, cv_id: cv.id, created_at: now.toISOString() };
}
