import type { Resume } from '../../career/resume/index.ts';
import { uuidv7 } from '../../kernel/ids.ts';
import { json } from '../../store/index.ts';
import { identitiesOf, ownerColumns } from '../account/index.ts';
import { corrected } from './corrections/index.ts';
import { type Cv, findCv, selectCvs } from './cvs.ts';
import type { CvDeps } from './deps.ts';
import type { Imported } from './import/index.ts';
import { cvMessages } from './messages.ts';
import { toCv, withCorrected } from './stored.ts';

type Parts = Pick<CvDeps, 'store' | 'memory' | 'clock'>;

/** Stores a CV and has memory know it. Where memory cannot, the CV is taken back: nobody is told 201 for half of it. */
export async function addCv(
  caller: string,
  imported: Imported,
  { store, memory, clock }: Parts,
): Promise<Cv> {
  const now = clock.now();
  const id = uuidv7(now.getTime());
  const { filename, kind, size, resume, text, spans, warnings, engine, document } = imported;
  const cv = await store.transaction(async (trx) => {
    const identities = await identitiesOf(trx, caller);
    const { owner_id, clerkId } = ownerColumns(caller, identities);
    await trx
      .insertInto('cv_analyses')
      .values({
        id,
        owner_id,
        user_id: clerkId,
        filename,
        file_size: size,
        file_type: kind,
        status: 'COMPLETED',
        extracted_text: text,
        parsed_data: json(resume),
        source_spans: json(spans),
        warnings: json(warnings),
        engine,
        result: document === null ? null : json({ document }),
        created_at: now,
        updated_at: now,
        completed_at: now,
      })
      .execute();
    return (await findCv(trx, identities, id))!;
  });
  try {
    await memory.remember(caller, cvMessages(cv));
  } catch (error) {
    await store.transaction((trx) => trx.deleteFrom('cv_analyses').where('id', '=', id).execute());
    throw error;
  }
  return cv;
}

/** Puts a person's corrections in the place of what was read; text and file stay. Null where there is no such CV. */
export async function correctCv(
  caller: string,
  id: string,
  resume: Resume,
  { store, memory, clock }: Parts,
): Promise<Cv | null> {
  const changed = await store.transaction(async (trx) => {
    const identities = await identitiesOf(trx, caller);
    const row = await selectCvs(trx, identities).where('id', '=', id).executeTakeFirst();
    if (!row) return null;
    const cv = toCv(row);
    const now = corrected(cv, resume);
    await trx
      .updateTable('cv_analyses')
      .set({
        parsed_data: json(resume),
        extracted_text: cv.text,
        source_spans: json(now.spans),
        warnings: json(now.warnings),
        result: json(withCorrected(row.result, now.corrected)),
        engine: cv.engine ?? 'offline',
        updated_at: clock.now(),
      })
      .where('id', '=', id)
      .execute();
    return { cv: (await findCv(trx, identities, id))!, names: identities.all };
  });
  if (!changed) return null;
  for (const name of changed.names) await memory.forgetConversation(name, id);
  await memory.remember(caller, cvMessages(changed.cv));
  return changed.cv;
}
