import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyzeQuery, analyzeText } from '../text/analyze.ts';
import { confidencesOf } from './confidence.ts';
import { CONFIDENCE, RELEVANCE } from './confidence-weights.ts';
import { rank, rankWithInputs } from './rank.ts';
import { readMessage } from './reading.ts';
import type { Candidate } from './types.ts';

function asked(question: string, lines: [text: string, cosine: number][]) {
  const query = analyzeQuery(question);
  const analyzed = lines.map(([text]) => analyzeText(text));
  const pool = lines.map(
    ([text, cosine], i): Candidate => ({
      seq: i,
      reading: readMessage(text),
      role: 'user',
      conversation: null,
      createdAt: new Date(Date.UTC(2024, 0, 1 + i)),
      cosine,
      termFrequencies: new Map(
        query.terms.flatMap(({ hash }) => {
          const count = analyzed[i]!.terms.get(hash);
          return count ? [[hash, count] as const] : [];
        }),
      ),
      length: analyzed[i]!.length,
    }),
  );
  const documentFrequency = new Map(
    query.terms.map(({ hash }) => [hash, analyzed.filter(({ terms }) => terms.has(hash)).length]),
  );
  return [query, pool, { count: lines.length, averageLength: 6, documentFrequency }] as const;
}

const others: [string, number][] = Array.from({ length: 30 }, (_, i) => [
  `Note ${i}: the bus to work was late again today.`,
  0.1 + i / 300,
]);
const answer: [string, number] = ['My notice period at Acme is three months.', 0.8];
const question = 'How long is my notice period at Acme?';

describe('confidence', () => {
  test('a memory that holds the answer is surer than one that does not', () => {
    const [best] = rank(...asked(question, [...others, answer]));
    const [none] = rank(...asked(question, others));
    expect(best!.confidence).toBeGreaterThan(0.5);
    expect(none!.confidence).toBeLessThan(best!.confidence / 4);
    expect(best!.confidence).toBeGreaterThan(RELEVANCE.best);
  });

  test('never rises on the way down, and is a probability', () => {
    const line = fc.tuple(
      fc.constantFrom(...others.map(([text]) => text), answer[0], 'At Acme.', 'ok'),
      fc.double({ min: -1, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const confidences = rank(...asked(question, lines)).map(({ confidence }) => confidence);
        confidences.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(confidences[i - 1] ?? 1);
        });
      }),
    );
  });

  test('a better score is never less sure', () => {
    for (const name of ['margin', 'share']) expect(CONFIDENCE.weights[name] ?? 0).toBeGreaterThanOrEqual(0);
  });

  test('is the logistic function of what it is given', () => {
    const inputs = { names: ['a', 'unknown to it'], rows: [Float64Array.of(2, 9), Float64Array.of(-1, 9)] };
    const [first, second] = confidencesOf(inputs, { bias: -1, weights: { a: 1 } });
    expect(first).toBeCloseTo(1 / (1 + Math.exp(-1)), 3);
    expect(second).toBeCloseTo(1 / (1 + Math.exp(2)), 3);
  });

  test('names every input it has a weight for', () => {
    const { inputs } = rankWithInputs(...asked(question, [answer]));
    expect(inputs.names).toEqual(expect.arrayContaining(Object.keys(CONFIDENCE.weights)));
  });
});
