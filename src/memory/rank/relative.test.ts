import { describe, expect, test } from 'vitest';
import { nearest, readQuestion } from './question.ts';
import { stretchesIn } from './relative.ts';

/** A Wednesday. */
const now = new Date('2024-05-15T12:00:00Z');
const days = (question: string, at = now) =>
  stretchesIn(question, at).stretches.map(({ from, to }) =>
    [from, to].map((time) => new Date(time).toISOString().slice(0, 10)),
  );

describe('relative time', () => {
  test.for<[string, string, string]>([
    ['what did i eat yesterday?', '2024-05-14', '2024-05-15'],
    ['what happened the day before yesterday?', '2024-05-13', '2024-05-14'],
    ['who called last week?', '2024-05-06', '2024-05-13'],
    ['what is due this week?', '2024-05-13', '2024-05-20'],
    ['what did i do last weekend?', '2024-05-11', '2024-05-13'],
    ['where was i last month?', '2024-04-01', '2024-05-01'],
    ['what did i earn last year?', '2023-01-01', '2024-01-01'],
    ['what did i plan last march?', '2024-03-01', '2024-04-01'],
    ['what did i plan last december?', '2023-12-01', '2024-01-01'],
    ['what did i learn last summer?', '2023-06-01', '2023-09-01'],
    ['what did i read last winter?', '2023-12-01', '2024-03-01'],
    ['what have i done this spring?', '2024-03-01', '2024-06-01'],
    ['who wrote last monday?', '2024-05-13', '2024-05-14'],
    ['who wrote last wednesday?', '2024-05-08', '2024-05-09'],
    ['what did i say three days ago?', '2024-05-12', '2024-05-13'],
    ['what did i say a week ago?', '2024-05-05', '2024-05-12'],
  ])('%s', ([question, from, to]) => {
    expect(days(question)).toEqual([[from, to]]);
  });

  test('in January, last year and last winter are the right ones', () => {
    const january = new Date('2025-01-10T08:00:00Z');
    expect(days('what of last year?', january)).toEqual([['2024-01-01', '2025-01-01']]);
    expect(days('what of last winter?', january)).toEqual([['2023-12-01', '2024-03-01']]);
    expect(days('what of this winter?', january)).toEqual([['2024-12-01', '2025-03-01']]);
  });

  test('the last week of something is not last week', () => {
    expect(days('how was my last week at acme?')).toEqual([]);
    expect(days('what was the last year of school like?')).toEqual([]);
  });

  test('a month that was placed in a year is no longer one of any year', () => {
    expect(readQuestion('What did I plan last March?', now).dates).toEqual([]);
    expect(readQuestion('What did I plan last March?').dates).toHaveLength(1);
    expect(readQuestion('What did I plan in March 2022?', now).dates).toHaveLength(1);
  });

  test('a message is near while the stretch lasts, fades after it, and is nothing a year before', () => {
    const question = readQuestion('What did I plan two months ago?', now);
    const at = (day: string) => nearest(question, new Date(day));
    expect(at('2024-03-15')).toBe(1);
    expect(at('2024-04-10')).toBeLessThan(1);
    expect(at('2024-04-10')).toBeGreaterThan(0.2);
    expect(at('2023-03-15')).toBeLessThan(0.01);
    expect(nearest(readQuestion('What did I plan?', now), now)).toBe(0);
  });
});
