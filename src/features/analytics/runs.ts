import type { Label } from '../../clustering/index.ts';
import type { Store } from '../../store/index.ts';
import { json } from '../../store/index.ts';
import { decodeModel, encodeModel } from './encoding.ts';
import type { Model } from './thread.ts';

/** The label of a cluster as it is kept. */
export interface KeptLabel extends Label {
  /** A model's name for it; null: the terms name it. */
  title: string | null;
}

export interface KeptClusters {
  questions: KeptLabel[];
  gaps: KeptLabel[];
  /** What named them: `terms` or the model. */
  named_by: string;
}

export interface Parameters {
  min_people: number;
  seed: number;
  /** Questions that the clusters were found among, and what share of all messages was looked at for them. */
  sampled: number;
  sampled_share: number;
  /** Messages that there were. */
  messages: number;
  tried: { clusters: number; score: number }[];
}

export interface Run {
  id: number;
  engine: string;
  playbook: string;
  cursor: number;
  done: number;
  total: number;
  parameters: Parameters;
  clusters: KeptClusters;
  started_at: string;
  finished_at: string | null;
}

const columns = [
  'id',
  'engine',
  'playbook',
  'cursor',
  'done',
  'total',
  'parameters',
  'clusters',
  'started_at',
  'finished_at',
] as const;

export async function readRun(store: Pick<Store, 'read'>, id: number | null): Promise<Run | null> {
  if (id === null) return null;
  const row = await store.read((db) =>
    db.selectFrom('interviewly.analytics_runs').select(columns).where('id', '=', id).executeTakeFirst(),
  );
  return (row as Run | undefined) ?? null;
}

export async function readModel(store: Pick<Store, 'read'>, { id, clusters }: Run): Promise<Model> {
  const { model } = await store.read((db) =>
    db
      .selectFrom('interviewly.analytics_runs')
      .select('model')
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  );
  return decodeModel(model, clusters);
}

/** Keeps a new clustering as the one that is being made, in the place of one that was never finished. */
export async function startRun(
  store: Pick<Store, 'transaction'>,
  run: Pick<Run, 'engine' | 'playbook' | 'total' | 'parameters' | 'clusters'> & {
    model: Model;
    startedAt: Date;
  },
): Promise<number> {
  const model = encodeModel(run.model);
  return store.transaction(async (trx) => {
    const { id } = await trx
      .insertInto('interviewly.analytics_runs')
      .values({
        engine: run.engine,
        playbook: run.playbook,
        cursor: 0,
        done: 0,
        total: run.total,
        parameters: json(run.parameters),
        model,
        clusters: json(run.clusters),
        started_at: run.startedAt,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await trx.updateTable('interviewly.analytics_state').set({ next_run: id }).where('id', '=', 1).execute();
    return id;
  });
}

/** From now on this is the run that is shown. A refresh that was asked for after it began stays asked for. */
export async function publishRun(
  store: Pick<Store, 'transaction'>,
  { id, started_at }: Run,
  now: Date,
): Promise<void> {
  await store.transaction(async (trx) => {
    await trx
      .updateTable('interviewly.analytics_runs')
      .set({ finished_at: now })
      .where('id', '=', id)
      .execute();
    const state = await trx
      .selectFrom('interviewly.analytics_state')
      .select('requested_at')
      .where('id', '=', 1)
      .executeTakeFirstOrThrow();
    const isLater = state.requested_at !== null && Date.parse(state.requested_at) > Date.parse(started_at);
    await trx
      .updateTable('interviewly.analytics_state')
      .set({ current_run: id, next_run: null, ...(!isLater && { requested_at: null }) })
      .where('id', '=', 1)
      .execute();
  });
}

const atOnce = 5_000;

/** Deletes what other runs left, some thousand rows at a time: nobody waits for it. */
export async function dropOtherRuns(store: Pick<Store, 'transaction'>, keep: number[]): Promise<void> {
  const kept = keep.length > 0 ? keep : [-1];
  for (;;) {
    const count = await store.transaction(async (trx) => {
      const rows = await trx
        .selectFrom('interviewly.analytics_messages')
        .select(['seq', 'run'])
        .where('run', 'not in', kept)
        .limit(atOnce)
        .execute();
      for (const [run, ofRun] of Map.groupBy(rows, (row) => row.run)) {
        const seqs = ofRun.map(({ seq }) => seq);
        await trx
          .deleteFrom('interviewly.analytics_messages')
          .where('run', '=', run)
          .where('seq', 'in', seqs)
          .execute();
      }
      return rows.length;
    });
    if (count < atOnce) break;
  }
  await store.transaction((trx) =>
    trx.deleteFrom('interviewly.analytics_runs').where('id', 'not in', kept).execute(),
  );
}
