import { expect, test } from 'vitest';
import { createSample } from './sample.ts';
import type { Sampled } from './thread.ts';

const asked: Sampled = {
  owner: 'ann',
  vector: null,
  vectorDimensions: 0,
  terms: [],
  profile: null,
  scores: null,
  words: [],
  hasPiece: false,
  isGap: false,
};

/** Reads so many messages, every `every`-th of which asks something; the numbers of those that were taken. */
function taken(most: number, messages: number, every = 1) {
  const sample = createSample(most, messages);
  for (let seq = 1; seq <= messages; seq++) {
    if (sample.wants(seq) && seq % every === 0)
      sample.add(seq, `m${seq}`, { ...asked, words: [], owner: `${seq}` });
  }
  const { questions, share } = sample.end();
  return { seqs: questions.map(({ owner }) => Number(owner)), share };
}

test('everything is taken where it is little', () => {
  expect(taken(50, 50)).toEqual({ seqs: Array.from({ length: 50 }, (_, i) => i + 1), share: 1 });
});

test.each([1, 2])('as many as may be, early and late alike, where one in %i asks', (every) => {
  const { seqs, share } = taken(1_000, 20_000, every);
  expect(seqs.length).toBeLessThanOrEqual(1_000);
  expect(seqs.length).toBeGreaterThan(900);
  expect(share).toBeCloseTo((every * seqs.length) / 20_000, 1);
  const early = seqs.filter((seq) => seq <= 10_000).length / seqs.length;
  expect(early).toBeGreaterThan(0.44);
  expect(early).toBeLessThan(0.56);
});

test('a second reading takes the same', () => {
  expect(taken(300, 5_000)).toEqual(taken(300, 5_000));
});

test('what is said of a question later is noted where it is in the sample', () => {
  const sample = createSample(10, 10);
  sample.add(1, 'm1', { ...asked });
  sample.find('ann', 'm1')!.isGap = true;
  expect(sample.find('ben', 'm1')).toBeUndefined();
  expect(sample.end().questions).toMatchObject([{ owner: 'ann', isGap: true }]);
});
