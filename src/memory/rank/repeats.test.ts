import { expect, test } from 'vitest';
import { poolTerms } from './pool-terms.ts';
import { readMessage } from './reading.ts';
import { repeatLosses } from './repeats.ts';
import type { Candidate } from './types.ts';

function losses(...lines: (string | [text: string, role: 'user' | 'assistant'])[]): number[] {
  const found = lines.map((line, i) => {
    const [text, role] = typeof line === 'string' ? [line, 'user' as const] : line;
    const candidate: Candidate = {
      seq: i,
      reading: readMessage(text),
      role,
      conversation: 'c',
      createdAt: new Date(0),
      cosine: null,
      termFrequencies: new Map(),
      length: 1,
    };
    return { candidate, row: i, score: -i };
  });
  return repeatLosses(found, poolTerms(found.map(({ candidate }) => candidate.reading)));
}

const long =
  'The harbour office in Gothenburg offers a crane operator course with evening lessons, free lunch, parking and a stipend';

test('the same words lose most, and only from the second time on', () => {
  expect(losses(long, 'Something else entirely was said.', long)).toEqual([0, 0, 8]);
});

test('nearly the same words lose in part', () => {
  const [, loss] = losses(`${long}.`, `${long} monthly.`);
  expect(loss).toBeGreaterThan(1);
  expect(loss).toBeLessThan(3);
});

test('what differs in more than a word or two, is short, or is by somebody else keeps its place', () => {
  expect(losses('My interview is on Monday at nine.', 'My interview is on Friday at three.')).toEqual([0, 0]);
  expect(losses('A raise, please.', 'A raise, please, Ann.')).toEqual([0, 0]);
  expect(losses(long, [`${long} monthly.`, 'assistant'])).toEqual([0, 0]);
  expect(losses(`Ann: ${long}.`, `Ben: ${long}.`)).toEqual([0, 0]);
});

test('the opposite is no repeat', () => {
  expect(losses('I want to relocate.', 'I do not want to relocate.', 'Do I want to relocate?')).toEqual([
    0, 0, 0,
  ]);
});

test.each([
  ['I prefer Lyon to Bonn.', 'I prefer Bonn to Lyon.'],
  ['I moved from Berlin to Paris.', 'I moved from Paris to Berlin.'],
  ['I have my licence.', 'I have no licence.'],
  ['I want €52,000.', 'I want $52,000.'],
  ['I got an A in maths.', 'I got an E in maths.'],
  ['I got an A in maths.', 'I got an A- in maths.'],
  ['It was 5 degrees in Oslo.', 'It was −5 degrees in Oslo.'],
  ['I moved to 🇫🇷 with my cat.', 'I moved to 🇩🇪 with my cat.'],
  ['The licence is ☑ now.', 'The licence is ☐ now.'],
])('words that are not indexed, their order and their marks make another saying: %s %s', (one, other) => {
  expect(losses(one, other)).toEqual([0, 0]);
  expect(losses(one, ` ${one.replace('.', '!')} `)).toEqual([0, 8]);
});

test('nor is a longer one, of which all terms are the same', () => {
  const wanted = 'I want to relocate to Berlin for a job.';
  expect(losses(wanted, 'I do not want to relocate to Berlin for a job.')).toEqual([0, 0]);
  expect(losses(wanted, "I don't want to relocate to Berlin for a job.")).toEqual([0, 0]);
  expect(losses(wanted, 'For a job I would want to relocate to Berlin.')).toEqual([0, 3]);
});

test('of messages that were not read to their end nothing is known', () => {
  const far = `${long}. `.repeat(30);
  expect(losses(`${far} Yes.`, `${far} No, never again.`)).toEqual([0, 0]);
});

test('nobody looks beyond the best fifty', () => {
  const others = Array.from({ length: 50 }, (_, i) => `Number ${i} alone tells of topic${i} and thing${i}.`);
  expect(losses(long, ...others, `${long} monthly.`).at(-1)).toBe(0);
  expect(losses(long, ...others, long).at(-1)).toBe(8);
});
