import { describe, expect, test } from 'vitest';
import { rank } from '../../src/memory/rank/rank.ts';
import { readMessage } from '../../src/memory/rank/reading.ts';
import { analyzeText } from '../../src/memory/text/analyze.ts';
import { ask, type Labelled } from './data.ts';
import { minimise } from './lbfgs.ts';
import { fit, fitLists, type List, order, prepare } from './model.ts';
import { measure, weightsModule } from './report.ts';
import { notes, oneSided, tiny } from './views.ts';

/** Lists in which the first of three features tells the evidence, the second is noise and the third is never there. */
const lists: List[] = Array.from({ length: 20 }, (_, n) => ({
  names: ['tells', 'noise', 'never'],
  rows: Float32Array.from(
    { length: 15 },
    (_, i) => [i === 3 * (n % 5) ? 1 : 0.2, ((n + i) % 7) / 7, 0][i % 3]!,
  ),
  evidence: Uint8Array.from({ length: 5 }, (_, k) => (k === n % 5 ? 1 : 0)),
  weight: 1,
}));

const colours = ['red', 'blue', 'green', 'yellow', 'violet', 'orange'];
const toy: Labelled = {
  file: 'toy',
  source: 'toy',
  messages: colours.flatMap((colour, i) => [
    stored(`${i}a`, 'user', `I painted room ${i} in ${colour}.`),
    stored(`${i}b`, 'assistant', 'Lovely.'),
  ]),
  questions: colours.map((colour, i) => ({
    question: `Which room did I paint ${colour}?`,
    vector: null,
    evidence: new Set([`${i}a`]),
  })),
};

function stored(id: string, role: 'user' | 'assistant', text: string): Labelled['messages'][number] {
  const createdAt = new Date('2024-03-01T10:00:00Z');
  return {
    id,
    conversation: 'c',
    role,
    text,
    createdAt,
    vector: null,
    analyzed: analyzeText(text),
    reading: readMessage(text),
  };
}

describe('minimise', () => {
  test('finds the lowest point of a narrow valley', () => {
    const found = minimise((x, g) => {
      g[0] = 200 * (x[0]! - 3);
      g[1] = 2 * (x[1]! + 1);
      return 100 * (x[0]! - 3) ** 2 + (x[1]! + 1) ** 2;
    }, new Float64Array(2));
    expect(found[0]).toBeCloseTo(3, 3);
    expect(found[1]).toBeCloseTo(-1, 2);
  });
});

describe('the fit', () => {
  test('lowers the loss and weighs what tells', () => {
    const { weights, losses } = fitLists(lists, { l2: 0.1 });
    expect(losses.at(-1)!).toBeLessThan(losses[0]! / 3);
    expect(weights.tells).toBeGreaterThan(1);
    expect(Math.abs(weights.noise!)).toBeLessThan(weights.tells! / 4);
    expect(weights.never).toBe(0);
  });

  test('what is skipped weighs nothing', () => {
    expect(fitLists(lists, { skip: new Set(['tells']) }).weights.tells).toBe(0);
  });

  test('gives the same weights again, and ranking with them is what the fit saw', () => {
    const asked = ask(toy);
    const prepared = asked.map((a) => prepare(a, 1));
    const weights = fit(prepared, { l2: 0.1, iterations: 10 });
    expect(fit(prepared, { l2: 0.1, iterations: 10 })).toEqual(weights);
    prepared.forEach((question, i) => {
      const { ranking, surprise } = order(question, weights);
      const { query, pool, corpus, evidence } = asked[i]!;
      expect(ranking[0]).toBe([...evidence][0]);
      expect(rank(query, pool, corpus, { weights })[0]!.seq).toBe(ranking[0]);
      expect(surprise).toBeLessThan(Math.log(pool.length));
    });
  });
});

describe('views', () => {
  test('keep one side, the evidence, and what stands around it', () => {
    expect(oneSided(toy).messages).toHaveLength(6);
    expect(
      ask(notes(toy)).every(({ pool }) => pool.every((c) => c.conversation === null && !c.previous)),
    ).toBe(true);
    const small = tiny(toy, 4);
    expect(small).toHaveLength(6);
    for (const { messages, questions } of small) {
      expect(messages).toHaveLength(4);
      expect(messages.some(({ id }) => questions[0]!.evidence.has(id))).toBe(true);
    }
  });
});

describe('the report', () => {
  test('measures', () => {
    const outcome = { source: 's', ranking: [4, 2, 9], evidence: new Set([2, 7]), surprise: 1 };
    expect(measure([outcome])).toMatchObject({ any5: 100, mrr: 50, recall10: 50, surprise: 1 });
  });

  test('writes what the ranker imports, without weights of nothing', () => {
    const text = weightsModule({ local: { cosine: 1.23456 }, final: { cover: 0.00001 } }, 'a toy');
    expect(text).toContain('cosine: 1.235,');
    expect(text).not.toContain('cover');
    expect(text).toContain('Fitted on: a toy.');
  });
});
