import { describe, expect, it, test } from 'vitest';
import { readChoice } from './choice.ts';

const places = [
  { value: 'Berlin', said_at: '2026-03-01T10:00:00.000Z' },
  { value: 'Potsdam, Germany', said_at: '2026-03-04T10:00:00.000Z' },
];
const pay = [
  { value: '45000 EUR per year', said_at: '2026-03-01T10:00:00.000Z' },
  { value: '50000 EUR per year', said_at: '2026-03-04T10:00:00.000Z' },
];
const notice = [
  { value: 'notice period of 3 months', said_at: '2026-03-01T10:00:00.000Z' },
  { value: 'notice period of 1 month', said_at: '2026-03-04T10:00:00.000Z' },
];

describe('an answer to which of two is right', () => {
  it.each([
    ['Potsdam.', 1],
    ['potsdam', 1],
    ['I meant Potsdam.', 1],
    ['Potsdam is right.', 1],
    ["It's Potsdam now.", 1],
    ['No, Berlin!', 0],
    ['Sorry. Berlin is correct.', 0],
    ['Not Berlin.', 1],
    ['Berlin is outdated', 1],
    ['Potsdam, not Berlin', 1],
    ['Berlin was before, now Potsdam', 1],
    ['Potsdam, I moved there in May.', 1],
    ['The second one.', 1],
    ['the first', 0],
    ['The former is right', 0],
    ['The latter', 1],
    ['the newer one', 1],
    ['The old one, sorry', 0],
  ])('«%s» picks one', (reply, at) => expect(readChoice(reply, places)).toEqual({ kind: 'one', at }));

  it('goes by numbers however they are written', () => {
    expect(readChoice('50k', pay)).toEqual({ kind: 'one', at: 1 });
    expect(readChoice('45,000 euros a year is right', pay)).toEqual({ kind: 'one', at: 0 });
    expect(readChoice('one month', notice)).toEqual({ kind: 'one', at: 1 });
    expect(readChoice('Three months.', notice)).toEqual({ kind: 'one', at: 0 });
  });

  it('goes by the order of the question for ordinals, by time for old and new', () => {
    expect(readChoice('the first one', places.toReversed())).toEqual({ kind: 'one', at: 0 });
    expect(readChoice('the old one', places.toReversed())).toEqual({ kind: 'one', at: 1 });
  });

  it.each(['Both. I commute.', 'both', 'Both are right', 'They are both right.', 'Berlin and Potsdam'])(
    '«%s» keeps both',
    (reply) => expect(readChoice(reply, places)).toEqual({ kind: 'both', at: [0, 1] }),
  );

  it.each(['Neither.', 'neither of them', 'None of these is right', 'Both are wrong'])(
    '«%s» ends both',
    (reply) => expect(readChoice(reply, places)).toEqual({ kind: 'neither', instead: null }),
  );

  test('something else may be named instead', () => {
    expect(readChoice("No, it's Munich now.", places)).toEqual({ kind: 'other', words: 'Munich' });
    expect(readChoice('Neither, Munich', places)).toEqual({ kind: 'neither', instead: 'Munich' });
  });

  it.each([
    'Why do you ask?',
    'Potsdam?',
    'Potsdam has nice parks.',
    'I had an interview in Berlin yesterday.',
    'Berlin, my wife is in Potsdam',
    'Thanks.',
    'The first thing I want to change is my commute.',
    'Both companies rejected me.',
    'yes',
    'How do I prepare for an interview?',
  ])('«%s» is none', (reply) => expect(readChoice(reply, places)?.kind ?? null).toBeNull());

  it('is quick with hostile text', () => {
    const started = performance.now();
    for (const part of ['both ', 'no, ', 'not ', 'it is ', ', i ', 'a'])
      readChoice(part.repeat(160).slice(0, 160), places);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
