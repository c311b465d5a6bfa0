import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEmbeddingEngine, type EmbeddingEngine } from '../../src/ai/index.ts';
import { parseDatabaseUrl, readConfig } from '../../src/config/index.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { createMemory, type Memory, type RecallMode } from '../../src/memory/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { silent } from '../contract/stores.ts';
import { type PostgresServer, postgresAvailable, startPostgres } from '../servers/postgres.ts';
import { requireOrSkip } from '../servers/require.ts';

const salary = [
  'What are good salary negotiation tips?',
  'How to ask for a raise?',
  'Salary discussion strategies',
];

const others = [
  'I repotted the basil and it is doing well.',
  'Can you check the layout of my CV?',
  'My train to Porto leaves at seven.',
  'I answered the coding challenge in Go.',
  'The recruiter from the museum wrote back on Monday.',
  'What should I wear to a video interview?',
  'I finished the course on data pipelines.',
  'My sister is getting married in June.',
  'The cover letter for the harbour job is too long.',
  'I would rather work four days a week.',
  'We adopted a dog called Biscuit last weekend.',
  'I was laid off in 2021 when the studio closed.',
];

const questions = [
  'How do I negotiate salary?',
  "What is my dog's name?",
  'When was I laid off?',
  'Who wrote back to me from the museum?',
  'How many days a week do I want to work?',
];

/** The engine a laptop without a key has: what it finds is what the first user sees. */
describe('recall with the local engine', () => {
  let embedding: EmbeddingEngine;
  const stores: { name: string; store: Store; memory: Memory }[] = [];
  let server: PostgresServer | undefined;

  beforeAll(async () => {
    embedding = createEmbeddingEngine(readConfig({}, { cwd: '/' }).embedding);
    const urls = ['sqlite://'];
    const { available, pgvector } = postgresAvailable();
    if (requireOrSkip('the same ranking on Postgres', available && pgvector)) {
      server = await startPostgres();
      urls.push(await server.createDatabase());
    }
    for (const url of urls) {
      const store = openStore(parseDatabaseUrl(url, { cwd: '/', env: {} }), { logger: silent });
      await store.prepare();
      const memory = createMemory({ store, embedding, logger: silent, clock: systemClock });
      await memory.remember(
        'u',
        [...salary, ...others].map((text, i) => ({
          text,
          role: 'user' as const,
          message_id: `m${i}`,
          conversation_id: `c${i % 4}`,
          created_at: new Date(Date.UTC(2024, 0, 1 + i)),
        })),
      );
      await memory.queue.drain();
      stores.push({ name: store.kind, store, memory });
    }
  }, 120_000);
  afterAll(async () => {
    for (const { store } of stores) await store.close();
    await embedding?.close();
    await server?.remove();
  });

  test.for<RecallMode>(['semantic', 'hybrid'])(
    'a question about salary finds what was said about salary (%s)',
    async (mode) => {
      for (const { memory } of stores) {
        const { results, mode: used } = await memory.recall('u', {
          query: 'How do I negotiate salary?',
          k: 5,
          mode,
        });
        expect(used).toBe(mode);
        expect(results.map((message) => message.text)).toEqual(expect.arrayContaining(salary));
      }
    },
  );

  test.for<[question: string, answer: string]>([
    ["What is my dog's name?", 'We adopted a dog called Biscuit last weekend.'],
    ['When was I laid off?', 'I was laid off in 2021 when the studio closed.'],
    ['Who wrote back to me from the museum?', 'The recruiter from the museum wrote back on Monday.'],
    ['How many days a week do I want to work?', 'I would rather work four days a week.'],
  ])('«%s» finds its answer first', async ([question, answer]) => {
    for (const { memory } of stores) {
      expect((await memory.recall('u', { query: question, k: 1 })).results[0]!.text).toBe(answer);
    }
  });

  test('every database ranks the same', async (context) => {
    if (stores.length < 2) return context.skip('no Postgres here');
    for (const query of questions) {
      for (const mode of ['hybrid', 'semantic', 'keyword'] as const) {
        const [first, second] = await Promise.all(
          stores.map(async ({ memory }) =>
            (await memory.recall('u', { query, mode, k: 15 })).results.map(({ message_id, score }) => [
              message_id,
              score.toFixed(4),
            ]),
          ),
        );
        expect(second, `${mode}: ${query}`).toEqual(first);
      }
    }
  });
});
