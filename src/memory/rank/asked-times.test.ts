import { expect, test } from 'vitest';
import { askedTimes } from './asked-times.ts';

const now = new Date('2026-11-23T18:00:00Z');

test.each([
  'What did we talk about last week?',
  'Can you summarize what I told you in March?',
  'Could you remind me what happened yesterday?',
  'Any news this morning?',
  'Is there anything new today?',
  'Give me an overview of last month.',
  'March 2026',
])('asks for nothing but a time: %s', (question) => expect(askedTimes(question, { now }).alone).toBe(true));

test.each([
  'What should I do in May?',
  'What is my plan for today?',
  'What did I plan for today?',
  'How are you today?',
  'What time is it today?',
  'What will happen in March?',
  'What did I say about cats last week?',
  'What did we talk about?',
])('asks for something else: %s', (question) => expect(askedTimes(question, { now }).alone).toBe(false));
