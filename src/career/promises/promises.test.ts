import { describe, expect, test } from 'vitest';
import { followPromises, readDone, readDue, readPromises } from './index.ts';

/** A Wednesday. */
const said = new Date('2026-03-04T23:30:00Z');

describe('the day that is meant', () => {
  test.each([
    ['today', '2026-03-04'],
    ['by tomorrow', '2026-03-05'],
    ['by Wednesday', '2026-03-11'],
    ['on Tuesday', '2026-03-10'],
    ['next Monday', '2026-03-09'],
    ['next Friday', '2026-03-13'],
    ['this weekend', '2026-03-08'],
    ['by the end of the month', '2026-03-31'],
    ['next month', '2026-04-30'],
    ['in 3 months', '2026-06-04'],
    ['within two weeks', '2026-03-18'],
    ['by February 28', '2027-02-28'],
    ['by 29 February 2028', '2028-02-29'],
    ['on the 4th', '2026-04-04'],
    ['by 2026-04-01', '2026-04-01'],
  ])('«%s»', (text, date) => {
    expect(readDue(`I'll do it ${text}.`, said)?.date).toBe(date);
  });

  test.each([
    'by 03/04',
    'by February 30',
    'by 2026-13-01',
    'since Monday',
    "after Friday's call",
    'last Friday',
    'soon',
  ])('«%s» names none that can be told', (text) => expect(readDue(`I'll do it ${text}`, said)).toBeNull());

  test('the last day of a long month is the last of a shorter one', () => {
    expect(readDue('in one month', new Date('2026-01-31T12:00:00Z'))?.date).toBe('2026-02-28');
  });
});

test('each promise of a text has its sentence and the place of it', () => {
  const text = "Hi coach! I'll update my CV by Friday and call Anna tomorrow. Weather is nice.";
  const read = readPromises(text, said);
  expect(read.map(({ action, due }) => [action, due?.date])).toEqual([
    ['update my CV', '2026-03-06'],
    ['call Anna', '2026-03-05'],
  ]);
  for (const { quote, start, end } of read) {
    expect(quote).toBe("I'll update my CV by Friday and call Anna tomorrow.");
    expect(text.slice(start, end)).toBe(quote);
  }
});

test('what is quoted, pasted or too long is not in the name of the person', () => {
  expect(readPromises('They wrote "I\'ll call you tomorrow" to me', said)).toEqual([]);
  expect(readPromises('> I will call Anna tomorrow', said)).toEqual([]);
  expect(readPromises('```\nI will call Anna tomorrow\n```', said)).toEqual([]);
  expect(readPromises(`${'word '.repeat(900)} I will call Anna tomorrow`, said)).toEqual([]);
});

test('what was done is read in the first person and the past alone', () => {
  expect(
    readDone('So I finally called Anna, and I sent the CV.').map(({ verb, about }) => [verb, about]),
  ).toEqual([
    ['call', ['anna']],
    ['send', ['resum']],
  ]);
  for (const text of [
    'I never called Anna.',
    "I didn't call Anna.",
    'I should have called Anna.',
    'Anna called.',
  ])
    expect(readDone(text)).toEqual([]);
});

test('a promise that was kept is a new one when it is made again', () => {
  const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T10:00:00.000Z`;
  const followed = followPromises([
    { id: 'a', text: "I'll update my CV by Friday.", created_at: at(2) },
    { id: 'b', text: 'I updated my CV.', created_at: at(5) },
    { id: 'c', text: "I'll update my CV on Monday.", created_at: at(11) },
  ]);
  expect(followed.map(({ first, done, due }) => [first.message_id, done?.message_id, due?.date])).toEqual([
    ['a', 'b', '2026-03-06'],
    ['c', undefined, '2026-03-16'],
  ]);
});

test('no text makes the patterns run away', () => {
  const hostile = [
    `I'll ${'and '.repeat(900)}`,
    `I promised ${'a '.repeat(1_900)}`,
    `${'I told me '.repeat(390)}`,
    `${'so '.repeat(1_300)}I'll`,
    '-'.repeat(4_000),
    `I'll update ${'the '.repeat(900)}`,
    `my ${'cv '.repeat(1_300)}is`,
    '"'.repeat(3_999),
  ];
  const before = performance.now();
  for (const text of hostile) {
    readPromises(text, said);
    readDone(text);
  }
  expect(performance.now() - before).toBeLessThan(10_000);
});
