import { llmRequired, notFound } from '../../../kernel/errors.ts';
import { uuidv7 } from '../../../kernel/ids.ts';
import { type Identities, identitiesOf, ownerColumns } from '../../account/index.ts';
import { findJob } from '../../jobs/index.ts';
import { type Cv, findCv } from '../cvs.ts';
import type { CvDeps } from '../deps.ts';
import type { Change, Style } from './change.ts';
import { gated } from './gate.ts';
import { mechanicalChanges } from './mechanical.ts';
import { proposals } from './propose.ts';
import { findRewrite, outcomeColumns, rewriteAnswer } from './rows.ts';
import { suggestionsFor } from './suggestions.ts';

export interface RewriteRequest {
  job_id?: string | undefined;
  job_text?: string | undefined;
  style: Style;
  instructions?: string | undefined;
}

export type RewriteDeps = Pick<CvDeps, 'store' | 'memory' | 'chat' | 'config' | 'clock' | 'logger' | 'desk'>;

/** Makes proposals for a CV and keeps them; null where the caller has no such CV. Nothing is applied. */
export async function createRewrite(
  deps: RewriteDeps,
  caller: string,
  cvId: string,
  request: RewriteRequest,
  signal: AbortSignal,
) {
  const { store, chat, clock } = deps;
  const { cv, job, identities } = await store.read(async (db) => {
    const identities = await identitiesOf(db, caller);
    const cv = await findCv(db, identities, cvId);
    const job = request.job_id === undefined ? null : await findJob(db, identities, request.job_id);
    return { cv, job, identities };
  });
  if (!cv) return null;
  if (request.job_id !== undefined && !job) throw notFound('Posting');
  if (request.instructions !== undefined && !chat) throw llmRequired('A rewrite by instructions');
  const posting = job
    ? [job.title, job.description].filter(Boolean).join('\n\n')
    : (request.job_text ?? null);

  const now = clock.now();
  const changes = await changesFor(deps, cv, { ...request, posting, now, signal });
  const suggestions = await suggestionsFor(deps.desk, cv, now, signal);
  const { id, row } = newRow({
    caller,
    identities,
    cv,
    request,
    posting,
    changes,
    now,
    engine: chat?.engine ?? 'offline',
  });
  const targetTitle = job?.title?.slice(0, 255) ?? null;
  await store.transaction(async (trx) => {
    // The model took its time: the CV may be gone by now.
    if (!(await findCv(trx, identities, cvId))) throw notFound('CV');
    await trx
      .insertInto('cv_rewrites')
      .values({ ...row, target_job_title: targetTitle, job_posting_id: job?.id ?? null })
      .execute();
  });
  const stored = await store.read((db) => findRewrite(db, identities, cvId, id));
  if (!stored) throw notFound('Rewrite');
  return { ...rewriteAnswer(stored, cvId), suggestions };
}

async function changesFor(
  { chat, config }: RewriteDeps,
  cv: Cv,
  given: RewriteRequest & { posting: string | null; now: Date; signal: AbortSignal },
): Promise<Change[]> {
  const mechanical = mechanicalChanges(cv.resume);
  if (!chat) return gated(mechanical, cv, given.now);
  const proposed = await proposals({
    chat,
    temperature: config.temperature,
    cv,
    posting: given.posting,
    style: given.style,
    wishes: given.instructions ?? null,
    signal: given.signal,
  });
  // One change a field, and the model's words come first.
  return gated([...proposed, ...mechanical], cv, given.now);
}

function newRow(given: {
  caller: string;
  identities: Identities;
  cv: Cv;
  request: RewriteRequest;
  posting: string | null;
  changes: Change[];
  engine: string;
  now: Date;
}) {
  const { owner_id, clerkId } = ownerColumns(given.caller, given.identities);
  const id = uuidv7();
  const row = {
    id,
    owner_id,
    user_id: clerkId,
    cv_analysis_id: given.cv.id,
    original_cv_text: given.cv.text,
    target_job_description: given.posting,
    style: given.request.style.toUpperCase() as Uppercase<Style>,
    status: 'completed',
    engine: given.engine.slice(0, 100),
    created_at: given.now,
    completed_at: given.now,
    ...outcomeColumns(given.changes, given.cv.resume, given.posting),
  };
  return { id, row };
}
