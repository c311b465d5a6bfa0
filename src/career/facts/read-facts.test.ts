import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedFact, checkStatement, isTalk, readFacts } from './index.ts';

const at = new Date('2026-06-15T10:00:00Z');
const read = (text: string) => readFacts(text, at);
const said = (text: string) => read(text).map(({ kind, value, change }) => `${kind}=${value} ${change}`);
const day = (date: Date | null | undefined) => date?.toISOString().slice(0, 10) ?? null;

describe('when it was', () => {
  test.each([
    ['I moved to Lyon in March.', '2026-03-01'],
    ['I moved to Lyon in September.', '2025-09-01'],
    ['I moved to Lyon last year.', '2025-01-01'],
    ['I moved to Lyon two months ago.', '2026-04-01'],
    ['I moved to Lyon on 3 May 2024.', '2024-05-03'],
    ['I moved to Lyon yesterday.', '2026-06-14'],
    ['I have lived in Lyon since 2019.', null],
    ['I have been living in Lyon since 2019.', '2019-01-01'],
  ])('%s', (text, from) => {
    expect(day(read(text)[0]?.from)).toBe(from);
  });

  test('a past place has its end', () => {
    expect(read('I lived in Berlin from 2015 to 2019.')).toMatchObject([
      { value: 'Berlin', change: 'past', from: new Date('2015-01-01'), to: new Date('2019-01-01') },
    ]);
  });
});

test('a correction is told from a change', () => {
  expect(said('No, I meant I live in Lyon.')).toEqual(['location=Lyon correction']);
  expect(said('I now live in Lyon.')).toEqual(['location=Lyon change']);
});

test('evidence stands where it says it does', () => {
  const text = 'Hello there!\nWell. I live in Lyon, is that a problem?';
  const [fact] = read(text);
  expect(text.slice(fact!.span.start, fact!.span.end)).toBe('I live in Lyon');
});

test('quotes, code, pasted texts and transcripts are nobody speaking of themselves', () => {
  for (const text of [
    '> I live in Rome.',
    '`I live in Rome`',
    '```\nI live in Rome.\n```',
    'Dear hiring team,\nI am a nurse at Mercy Hospital and I live in Rome.',
    'Ann: I live in Rome.\nBob: I live in Paris.',
    'Proofread this please: I live in Rome. I work at Acme.',
  ])
    expect(said(text)).toEqual([]);
});

test('never throws, never runs away, whatever it is given', () => {
  const pieces = fc.constantFrom(
    'I ',
    "I'm ",
    'live in ',
    'Berlin',
    ' a ',
    'my manager ',
    'earn ',
    '50k',
    ', ',
    '. ',
    '?',
    '"',
    'since ',
    '2019',
    ' and ',
    'Python',
    '\n',
    '🙂',
    'if ',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      for (const { span, value } of read(text)) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(value.length).toBeLessThanOrEqual(120);
      }
    }),
    { numRuns: 60 },
  );
  for (const text of [
    'I '.repeat(4_000),
    "I'm a ".repeat(1_300),
    'my manager '.repeat(700),
    'a'.repeat(8_000),
    '"'.repeat(8_000),
    '1,000 '.repeat(1_300),
  ]) {
    const start = performance.now();
    read(text);
    expect(performance.now() - start).toBeLessThan(10_000);
  }
});

describe('what somebody else read', () => {
  const message =
    'I live in Lyon. If I moved to Rome I would earn 90k. My sister works at Acme. "I live in Oslo," he said.';
  const claim = (kind: string, value: string, evidence: string) =>
    checkStatement({ kind, value, evidence, change: 'state' }, message, at);

  test('is kept where the message bears it out', () => {
    expect(claim('location', 'Lyon', 'I live  in Lyon')).toMatchObject({
      kind: 'location',
      key: 'location',
      value: 'Lyon',
    });
  });

  test.each([
    ['location', 'Rome', 'If I moved to Rome', 'supposed'],
    ['location', 'Madrid', 'I live in Lyon', 'value is not in the evidence'],
    ['location', 'Lyon', 'I reside in Lyon', 'evidence is not in the message'],
    ['employer', 'Acme', 'sister works at Acme', undefined],
    ['location', 'Oslo', 'I live in Oslo', 'evidence is quoted, pasted or asked'],
    ['mood', 'happy', 'I live in Lyon', 'unknown kind'],
    ['salary_current', '90000 per year', 'I live in Lyon', 'value is not in the evidence'],
  ])('%s %s is refused', (kind, value, evidence, why) => {
    const checked = claim(kind, value, evidence);
    expect(checked).toHaveProperty('refused');
    if (why) expect(checked).toEqual({ refused: why });
  });
});

test('questions that facts answer', () => {
  expect(askedFact('Where do I live?')).toMatchObject({ kinds: ['location'], about: 'now' });
  expect(askedFact('where did i live before that?')).toMatchObject({ about: 'before' });
  expect(askedFact('When did I live in Berlin?')).toMatchObject({ about: 'when', named: 'Berlin' });
  expect(askedFact("What's my target salary?")).toMatchObject({ kinds: ['salary_target'] });
  expect(askedFact('Who is my boss?')).toMatchObject({ key: 'manager' });
  for (const other of [
    'Where should I live?',
    'What is my sister doing?',
    'How do I ask for my salary?',
    'What did I say about my salary last week, and to whom?',
  ])
    expect(askedFact(other)).toBeNull();
});

test('talk is told from texts', () => {
  expect([null, 'career_chat', 'interview'].map(isTalk)).toEqual([true, true, true]);
  expect(['cv', 'cv_analysis', 'posting', 'letter', 'application'].map(isTalk)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
