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

test('many that are each a part of the answer are told together', async () => {
  const part = { best: 0.03, each: 0.005 };
  const told = async (count: number, confidence: number) => {
    const results = Array.from({ length: count }, (_, i) => recalled(`${i}`, confidence));
    return (await buildContext(async () => ({ results, mode: 'hybrid' }), { query: 'x' }, part)).sources
      .length;
  };
  expect(await told(20, 0.029)).toBe(20);
  expect(await told(5, 0.029)).toBe(0);
  expect(await told(20, 0.008)).toBe(0);
});

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

describe('a short answer', () => {
  const answer: Recalled = { ...recalled('answer', 0.5), text: 'Yes.', conversation_id: 'c1' };
  const asking = (text: string): Recalled => ({
    ...recalled('question', 0.5),
    text,
    role: 'assistant',
    conversation_id: 'c1',
  });
  const told = (results: Recalled[], question: Recalled, exclude: string[] = []) =>
    buildContext(
      async () => ({ results, mode: 'hybrid' }),
      { query: 'x', exclude },
      limits,
      async (ids) => new Map(ids.includes(answer.id) ? [[answer.id, question]] : []),
    );

  test('comes with the question that it answers', async () => {
    const question = asking('Welcome! Would you relocate?');
    const { context, sources } = await told([answer], question);
    expect(context).toContain('You answered:\n> […] Would you relocate?\n2024-03-01, They said:\n> Yes.');
    expect(sources).toEqual(['question', 'answer']);
    const further = asking(`${'The town is nice. '.repeat(50)}Would you move? A yes or no will do.`);
    expect((await told([answer], further)).context).toContain('> […] Would you move? A yes or no will do.\n');
    const long = asking(`${'so the town is nice '.repeat(50)}and would you move?`);
    expect((await told([answer], long)).context).toMatch(
      /> \[…\] (?:so|the|town|is|nice) .{200,300} would you move\?/,
    );
    expect((await told([answer, question], question)).context).toContain('> Welcome! Would you relocate?');
  });

  test('comes alone where nothing was asked, the question is excluded, or only recalled', async () => {
    for (const text of ['Noted.', '> Would you relocate?', `Well? ${'The town is nice. '.repeat(50)}`])
      expect((await told([answer], asking(text))).sources).toEqual(['answer']);
    expect((await told([answer], asking('Would you?'), ['question'])).sources).toEqual(['answer']);
  });

  test('comes with its question where that is found as well, but too late for the budget', async () => {
    const question = { ...asking('Would you relocate?'), confidence: 0.2 };
    const longer = Array.from({ length: 20 }, (_, i) => ({
      ...recalled(`${i}`, 0.4),
      text: 'The town is nice. '.repeat(60),
    }));
    const { context, sources } = await told([answer, ...longer, question], question);
    expect(context).toContain('> Would you relocate?\n2024-03-01, They said:\n> Yes.');
    expect(sources.filter((id) => id === 'question')).toHaveLength(1);
  });

  test('leaves the budget to others where its question is a large part of it', async () => {
    const results = async () => ({ results: [answer, recalled('b', 0.4)], mode: 'hybrid' as const });
    const question = asking(`${'毎日何時に起きますか'.repeat(30)}？`);
    const before = async () => new Map([[answer.id, question]]);
    const { sources } = await buildContext(results, { query: 'x', token_budget: 450 }, limits, before);
    expect(sources).toEqual(['answer', 'b']);
  });

  test.each([
    ['Welcome! Would you relocate? Yes or no?', '[…] Would you relocate? Yes or no?'],
    ['Which pay, e.g. 50,000 a year?', 'Which pay, e.g. 50,000 a year?'],
    [`${'😀'.repeat(200)}?`, `[…] ${'😀'.repeat(149)}?`],
  ])('answers whole sentences, and characters: %#', async (text, words) => {
    expect((await told([answer], asking(text))).context).toContain(`> ${words}\n`);
  });

  test('is no longer one that says what it means', async () => {
    const whole = { ...answer, text: 'Yes, I would relocate to Lyon in spring with my family.' };
    expect((await told([whole], asking('Would you relocate?'))).sources).toEqual(['answer']);
  });
});
