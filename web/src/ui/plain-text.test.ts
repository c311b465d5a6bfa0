import { expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

it.each([
  ['Set `OPENAI_API_KEY` and __restart__ it.', 'Set OPENAI_API_KEY and restart it.'],
  [
    'Set OPENAI_API_KEY, snake_case_too, and 2 * 3 * 4.',
    'Set OPENAI_API_KEY, snake_case_too, and 2 * 3 * 4.',
  ],
  ['_Answered offline, without a model._', 'Answered offline, without a model.'],
  // Cut in the middle.
  ['_Answered offline, without …', 'Answered offline, without …'],
  ['You said: > I earn **48,000**.', 'You said: I earn 48,000.'],
  ['5 > 3, and a_b', '5 > 3, and a_b'],
  ['> one\n> *two*\n\n- [three](https://example.com)\n1. ~~four~~', 'one\ntwo\n\nthree\nfour'],
  ['## Title\n```sh\nnpm start\n```', 'Title\nnpm start'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', 'a, b\n1, 2'],
  ['A \\* star', 'A * star'],
])('%j is read as %j', (markdown, plain) => {
  expect(plainText(markdown)).toBe(plain);
});
