import { expect, it } from 'vitest';
import { byLikelihood } from './likelihood.ts';

const result = (text: string, confidence?: number, likely?: boolean) => ({ text, confidence, likely });
const texts = (results: { text: string }[]) => results.map(({ text }) => text);

it('takes a poor best without a word of the question for a guess', () => {
  const poor = [result('I moved to Lyon', 0.09, true), result('My CV', 0.02, false)];
  expect(byLikelihood(poor, ['zzzz'])).toEqual({ likely: [], unlikely: poor });
  // A word of the question, or a better fit, and it stands.
  expect(texts(byLikelihood(poor, ['lyon']).likely)).toEqual(['I moved to Lyon']);
  expect(texts(byLikelihood([result('They pay 48,000', 0.4, true)], ['offer']).likely)).toHaveLength(1);
});

it('keeps everything where nothing is known of how well it fits', () => {
  const found = [result('by its words'), result('another')];
  expect(byLikelihood(found, [])).toEqual({ likely: found, unlikely: [] });
});
