import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { Memory, RecallMode } from '../../src/memory/index.ts';
import { vectorText } from '../../src/store/dialect/vectors.ts';
import { type BenchUser, questionAt } from '../corpus/corpus.ts';
import { vectorOf } from '../corpus/vectors.ts';
import type { BenchDatabase } from '../databases.ts';
import type { Arm } from '../measure.ts';

export const k = 10;

export function oursArm(memory: Memory, user: BenchUser, mode: RecallMode): Arm {
  return {
    name: `ours, ${mode}`,
    async ask(question) {
      const { results, degraded } = await memory.recall(user.id, {
        query: questionAt(user, question),
        k,
        mode,
      });
      if (degraded) throw new Error(`recall goes on without vectors: ${degraded}`);
      return results.map(({ id }) => id);
    },
  };
}

/** A way to ask that holds a connection of its own. */
export interface Baseline {
  arm(user: BenchUser): Promise<Arm>;
  close(): Promise<void>;
}

const columns = 'id, message_text, message_role, conversation_id, created_at';

/** What the original does on Postgres: the index on user_id, and a sort by distance over all that it brings. */
export async function naivePostgres({ url }: BenchDatabase): Promise<Baseline> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    async arm(user) {
      return {
        name: 'naive',
        mayBeSlow: true,
        async ask(question) {
          const { rows } = await client.query({
            name: 'naive',
            text: `select ${columns} from user_message_embeddings
              where user_id = $2 and embedding is not null order by embedding <=> $1::vector limit ${k}`,
            values: [vectorText(vectorOf(questionAt(user, question))), user.id],
          });
          return rows.map((row: { id: string }) => row.id);
        },
      };
    },
    close: () => client.end(),
  };
}

/** What the original does on SQLite: loads the user's embeddings, which are JSON, and compares them in the program. */
export async function naiveSqlite({ folder }: BenchDatabase): Promise<Baseline> {
  const database = new DatabaseSync(`${folder}/bench.db`, { readOnly: true });
  const select = database.prepare(
    `select ${columns}, embedding from user_message_embeddings where user_id = ? and embedding is not null`,
  );
  return {
    async arm(user) {
      return {
        name: 'naive',
        mayBeSlow: true,
        async ask(question) {
          const query = vectorOf(questionAt(user, question));
          const scored: { id: string; cosine: number }[] = [];
          for (const row of select.iterate(user.id)) {
            const vector = JSON.parse(row.embedding as string) as number[];
            scored.push({ id: row.id as string, cosine: cosine(query, vector) });
          }
          scored.sort((a, b) => b.cosine - a.cosine);
          return scored.slice(0, k).map(({ id }) => id);
        },
      };
    },
    async close() {
      database.close();
    },
  };
}

function cosine(a: Float32Array, b: number[]): number {
  let dot = 0;
  let squares = 0;
  for (let i = 0; i < b.length; i++) {
    dot += a[i]! * b[i]!;
    squares += b[i]! * b[i]!;
  }
  return dot / Math.sqrt(squares);
}
