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
  'What were we discussing last Friday?',
  'Show me my messages from yesterday.',
  'Which things did I write to you in March?',
  'Do you remember last week?',
  'What was in yesterday’s messages?',
])('asks for nothing but a time: %s', (question) => expect(askedTimes(question, { now }).alone).toBe(true));

test.each([
  'What should I do in May?',
  'What is my plan for today?',
  'What did I plan for today?',
  'How are you today?',
  'What time is it today?',
  'What will happen in March?',
  'What’s on this week?',
  "What's happening this week?",
  'What do I have this week?',
  'Do I have anything today?',
  'What to do today?',
  'What have I to do today?',
  "I'll tell you everything today.",
  'What did I say about cats last week?',
  'What did we talk about?',
])('asks for something else: %s', (question) => expect(askedTimes(question, { now }).alone).toBe(false));
