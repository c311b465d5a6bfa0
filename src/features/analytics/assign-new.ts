import type { Store } from '../../store/index.ts';
import { noPieceBit } from './judging.ts';
import { isTalk, pages, repliesIn } from './pages.ts';
import type { Turn, WorkParts } from './parts.ts';
import { noteReplies } from './replies.ts';
import { type Run, readModel } from './runs.ts';
import type { Model } from './thread.ts';
import { weekOf } from './weeks.ts';

/** Assigns the messages after the run's cursor, page by page; what is done stays done whenever it ends. */
export async function assignNew(
  parts: WorkParts,
  { signal, onProgress }: Turn,
  run: Run,
): Promise<{ cursor: number; waiting: boolean }> {
  const { store, memory } = parts;
  let { cursor, done } = run;
  let waiting = false;
  let model: Model | undefined;
  const ended = (isWaiting: boolean) => {
    waiting = isWaiting;
  };
  for await (const page of pages(parts, memory, cursor, signal, ended)) {
    model ??= await readModel(store, run);
    const asked = page.filter(({ message }) => message.role === 'user' && isTalk(message));
    const given = asked.map(({ message, vector }) => ({ text: message.text, vector }));
    const assigned = await parts.run({ name: 'assign', given, model }, { signal });
    const rows = asked.flatMap(({ seq, user_id, message }, i) => {
      const one = assigned[i];
      if (!one) return [];
      const { question, gap, hasPiece } = one;
      return [
        {
          seq,
          run: run.id,
          owner_id: user_id,
          week: weekOf(message.created_at),
          cluster: question.cluster,
          terms: question.bits,
          gap: gap.cluster,
          gap_terms: gap.bits,
          reasons: hasPiece ? 0 : noPieceBit,
        },
      ];
    });
    cursor = page.at(-1)!.seq;
    done += page.length;
    await keepPage(store, run.id, { rows, cursor, done });
    await noteReplies(store, run.id, repliesIn(page));
    onProgress?.('assigning', done, Math.max(done, run.total));
  }
  return { cursor, waiting };
}

type Row = {
  seq: number;
  run: number;
  owner_id: string;
  week: number;
  cluster: number | null;
  terms: number;
  gap: number | null;
  gap_terms: number;
  reasons: number;
};

async function keepPage(
  store: Store,
  run: number,
  { rows, cursor, done }: { rows: Row[]; cursor: number; done: number },
): Promise<void> {
  await store.transaction(async (trx) => {
    // What was forgotten while it was read must not come back, nor break the page.
    const there =
      rows.length === 0
        ? []
        : await trx
            .selectFrom('interviewly.documents')
            .select('seq')
            .where(
              'seq',
              'in',
              rows.map(({ seq }) => seq),
            )
            .execute();
    const held = new Set(there.map(({ seq }) => seq));
    const kept = rows.filter(({ seq }) => held.has(seq));
    if (kept.length > 0) {
      await trx
        .insertInto('interviewly.analytics_messages')
        .values(kept)
        .onConflict((conflict) => conflict.columns(['seq', 'run']).doNothing())
        .execute();
    }
    await trx.updateTable('interviewly.analytics_runs').set({ cursor, done }).where('id', '=', run).execute();
  });
}
