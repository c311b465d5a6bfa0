import { expect, test } from 'vitest';
import { RELEVANCE } from '../../../../../src/memory/rank/confidence-weights.ts';
import { byLikelihood, limits } from './likely.ts';

test('the limits are those of the server', () => expect(limits).toEqual(RELEVANCE));

const split = (...values: (number | undefined)[]) => {
  const { likely, unlikely } = byLikelihood(values.map((confidence) => ({ confidence })));
  return [likely.length, unlikely.length];
};

test.each([
  { given: [0.4, 0.01, limits.each, 0.001], is: [3, 1] },
  { given: [0.02, 0.019], is: [0, 2] },
  { given: [undefined, undefined], is: [2, 0] },
  { given: [], is: [0, 0] },
])('$given', ({ given, is }) => expect(split(...given)).toEqual(is));
