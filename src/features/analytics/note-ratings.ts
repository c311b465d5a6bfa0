import type { Clock } from '../../kernel/clock.ts';
import { instant, type Store } from '../../store/index.ts';
import { noteReplies } from './replies.ts';
import type { Run } from './runs.ts';

const dayMs = 86_400_000;

/** Ratings come when they come: those of the last day or since the last clustering are read again. */
export async function noteRatings({ store, clock }: { store: Store; clock: Clock }, run: Run): Promise<void> {
  const since = new Date(Math.min(Date.parse(run.started_at), clock.now().getTime() - dayMs));
  const replies = await store.read((db) =>
    db
      .selectFrom('interviewly.ratings as r')
      .innerJoin('user_message_embeddings as m', 'm.id', 'r.message')
      .select(['m.id', 'm.user_id as owner', 'm.metadata_json as metadata'])
      .where('r.updated_at', '>=', instant(since))
      .execute(),
  );
  await noteReplies(store, run.id, replies);
}
