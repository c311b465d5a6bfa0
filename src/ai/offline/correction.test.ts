import { describe, expect, it } from 'vitest';
import { isCorrection, withCorrection } from './correction.ts';

describe('isCorrection', () => {
  it.each([
    'no, it was 52,000',
    'No, it was 52,000.',
    'Sorry, I meant 52,000',
    'wait, it was in May',
    'Actually it is Dana, not Dan',
    'correction: 52,000',
    'no, 52k',
    'No. That was my sister.',
    'Oops, the interview is on Tuesday',
    'actually, make that three years',
    'no no, it’s $52,000',
  ])('is one: %s', (text) => {
    expect(isCorrection(text)).toBe(true);
  });

  it.each([
    'no thanks',
    'No, that is fine',
    'no, it is all good',
    'Not really',
    'Actually, I want to become a nurse.',
    'No, I have never been there. What should I say?',
    'My salary is 52,000.',
    'Sorry to hear that',
    'It was 52,000',
    'No idea',
    'Wait for the answer',
  ])('is none: %s', (text) => {
    expect(isCorrection(text)).toBe(false);
  });
});

describe('withCorrection', () => {
  it('stands behind the sentence with the number that it puts right', () => {
    expect(
      withCorrection('I got a raise. My salary is 50,000. I am glad.', 'No, it was 52,000.', '6 May 2026'),
    ).toBe('I got a raise. My salary is 50,000 (corrected on 6 May 2026: «No, it was 52,000»). I am glad.');
  });

  it('stands behind the last sentence where there is no number', () => {
    expect(withCorrection('I met Dan at the fair', 'No. It was Dana!', '6 May 2026')).toBe(
      'I met Dan at the fair (corrected on 6 May 2026: «No; It was Dana»)',
    );
  });
});
