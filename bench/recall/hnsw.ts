import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { vectorText } from '../../src/store/dialect/vectors.ts';
import { type BenchUser, questionAt } from '../corpus/corpus.ts';
import { vectorOf } from '../corpus/vectors.ts';
import type { BenchDatabase } from '../databases.ts';
import { type Baseline, k } from './arms.ts';

export interface Hnsw extends Baseline {
  buildMs: number;
  bytes: number;
}

/**
 * One HNSW index over everybody's vectors, on a copy of the table: the naive arm must not be planned with it. The copy
 * has the index on user_id too, as anyone's table would; which of the two is used is the planner's choice, and told.
 */
export async function buildHnsw({ url }: BenchDatabase): Promise<Hnsw> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    'create table bench_hnsw as select id, user_id, message_text, message_role, conversation_id, created_at, embedding from user_message_embeddings',
  );
  await client.query('create index on bench_hnsw (user_id)');
  const startedAt = performance.now();
  await client.query('create index bench_hnsw_index on bench_hnsw using hnsw (embedding vector_cosine_ops)');
  const buildMs = performance.now() - startedAt;
  await client.query('vacuum analyze bench_hnsw');
  const size = await client.query(`select pg_relation_size('bench_hnsw_index') as bytes`);
  // An answer of fewer than k rows is what the index gives without this.
  await client.query('set hnsw.iterative_scan = strict_order');

  const text = `select id, message_text, message_role, conversation_id, created_at from bench_hnsw
    where user_id = $2 order by embedding <=> $1::vector limit ${k}`;
  return {
    buildMs,
    bytes: Number(size.rows[0].bytes),
    async arm(user: BenchUser) {
      const valuesOf = (question: number) => [vectorText(vectorOf(questionAt(user, question))), user.id];
      const plan = await client.query(`explain ${text}`, valuesOf(0));
      const usesIndex = JSON.stringify(plan.rows).includes('bench_hnsw_index');
      return {
        name: usesIndex ? 'HNSW, iterative scan' : 'HNSW there, planner sorts',
        mayBeSlow: true,
        async ask(question) {
          const { rows } = await client.query(text, valuesOf(question));
          return rows.map((row: { id: string }) => row.id);
        },
      };
    },
    close: () => client.end(),
  };
}
