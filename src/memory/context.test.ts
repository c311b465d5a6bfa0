import { describe, expect, test } from 'vitest';
import { toISO } from '../kernel/clock.ts';
import { buildContext, relevant } from './context.ts';
import type { Recalled } from './types.ts';

function recalled(id: string, confidence?: number): Recalled {
  return {
    ...{ id, message_id: id, text: `What ${id} said.`, role: 'user', conversation_id: null },
    ...{ context_type: null, metadata: null, created_at: toISO(new Date('2024-03-01')), score: 1 },
    ...(confidence !== undefined && { confidence }),
  };
}

const limits = { best: 0.2, each: 0.1 };
const sources = async (...results: Recalled[]) =>
  (await buildContext(async () => ({ results, mode: 'hybrid' }), { query: 'x' }, limits)).sources;

describe('what is irrelevant', () => {
  test('is left out by itself', async () => {
    expect(await sources(recalled('a', 0.5), recalled('b', 0.1), recalled('c', 0.05))).toEqual(['a', 'b']);
  });

  test('is everything where the best is not likely enough', async () => {
    const results = [recalled('a', 0.19), recalled('b', 0.15)];
    expect(await buildContext(async () => ({ results, mode: 'hybrid' }), { query: 'x' }, limits)).toEqual({
      context: '',
      tokens: 0,
      sources: [],
      recalled: [],
    });
  });

  test('is nothing where no confidence is known', async () => {
    expect(await sources(recalled('a'), recalled('b'))).toEqual(['a', 'b']);
    expect(relevant([])).toEqual([]);
  });
});

test('of a long message the part that the question is about is told, not its beginning', async () => {
  const text = `${'The garden is green. '.repeat(2_000)}The code of the door is 4711.`;
  const results = [{ ...recalled('a', 0.5), text }];
  const { context, tokens } = await buildContext(
    async () => ({ results, mode: 'hybrid' }),
    { query: 'What is the code of the door?', token_budget: 300 },
    limits,
  );
  expect(context).toContain('The code of the door is 4711.');
  expect(tokens).toBeLessThanOrEqual(300);
});
