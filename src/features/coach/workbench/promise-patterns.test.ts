import { expect, test } from 'vitest';
import { readAsk } from './read-ask.ts';

test.each([
  "What did I say I'd do?",
  'what did i say i would do this week',
  'What have I promised to do?',
  'What did I promise?',
  'Do I have any open promises?',
  'Show me my promises',
  'Which promises did I not keep?',
  'Did I keep my promises?',
])('«%s» asks for promises', (question) => expect(readAsk(question)?.kind).toBe('promises'));

test.each([
  'What did I promise Anna?',
  'What did I say about Stripe?',
  'What did I say I would do differently at the next interview with Contoso?',
  'What did they promise me?',
  'Are promises of a raise worth anything?',
  'How do I keep a promise to a recruiter?',
])('«%s» does not', (question) => expect(readAsk(question)?.kind).not.toBe('promises'));

test.each([
  'What is still open?',
  "What's still open",
  'And what is left to do?',
  'What do I still have to do?',
  'What do I have to do still?',
  "What haven't I done yet?",
  'Is anything still open?',
])('«%s» asks for what is open', (question) => expect(readAsk(question)?.kind).toBe('open'));

test.each([
  'What do I have to do before an interview?',
  'What do I still have to learn for the exam?',
  'What is open-source work worth?',
  'What is an open question?',
  'What do I have to do to get promoted?',
  'What is left to say in a cover letter?',
])('«%s» does not', (question) => expect(readAsk(question)?.kind).not.toBe('open'));
