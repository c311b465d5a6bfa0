import type { Kysely } from 'kysely';
import { type EmbeddingEngine, EmbeddingUnavailable } from '../../ai/index.ts';
import type { Database } from '../../store/index.ts';

/** Another process changed over to another model since this one began: what is queued is that model's to embed. */
export class ModelSuperseded extends EmbeddingUnavailable {}

/** The name that a model has while its own name stands for other dimensions. */
export const aside = (name: string, dimensions: number) => `${name} (${dimensions})`;

export type Engine = Pick<EmbeddingEngine, 'name' | 'dimensions'>;

/**
 * The engine's model among those that made vectors here, active or not. 0 dimensions: as yet unknown of the engine, or not
 * written down of the model.
 */
export async function findModel(db: Kysely<Database>, { name, dimensions }: Engine) {
  const rows = await db
    .selectFrom('interviewly.models')
    .select(['key', 'name', 'dimensions', 'active'])
    .where('name', 'in', [name, aside(name, dimensions)])
    .execute();
  const own = rows.find((row) => row.name === name);
  if (own && (dimensions === 0 || own.dimensions === 0 || own.dimensions === dimensions)) return own;
  return rows.find((row) => row.name !== name);
}

/** The name of the model whose vectors are made now; undefined where none ever were. */
export async function activeName(db: Kysely<Database>): Promise<string | undefined> {
  const row = await db
    .selectFrom('interviewly.models')
    .select('name')
    .where('active', '=', true)
    .executeTakeFirst();
  return row?.name;
}

/** Undefined while the model is the active one, else what to say. */
export async function supersededBy(
  db: Kysely<Database>,
  model: number,
): Promise<ModelSuperseded | undefined> {
  const rows = await db
    .selectFrom('interviewly.models')
    .select(['key', 'name', 'active'])
    .where((where) => where.or([where('active', '=', true), where('key', '=', model)]))
    .execute();
  const own = rows.find(({ key }) => key === model);
  if (own?.active) return undefined;
  const active = rows.find((row) => row.active)?.name;
  return new ModelSuperseded(
    `another process made ${active} the active model; this one keeps answering with ${own?.name} and embeds nothing`,
  );
}
