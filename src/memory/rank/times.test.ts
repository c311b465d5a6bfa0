import { describe, expect, test } from 'vitest';
import { nearest, readQuestion } from './question.ts';
import { readTimes, windowsOf, withoutTimes } from './times.ts';

/** Mondays are 2024-05-13 and 2026-11-23. */
const WEDNESDAY = '2024-05-15T12:00:00Z';
const NOVEMBER = '2026-11-25T12:00:00Z';

/** A stretch of whole days as «from to», what ends now as «from now». */
function windows(question: string, asked: string): string[] {
  const now = new Date(asked);
  return windowsOf(readQuestion(question, { now }), { now }).map(
    ({ from, to }) => `${day(from)} ${to === now.getTime() ? 'now' : day(to)}`,
  );
}
const day = (time: number) =>
  new Date(time).toISOString().replace(/T00:00:00.000Z$|(?<=:[1-9]\d):00.000Z$|:00:00.000Z$/, '');

type Row = [question: string, ...windows: string[]];
const reads = (asked: string, rows: Row[]) =>
  test.for(rows)('%s', ([question, ...expected]) => {
    expect(windows(question, asked)).toEqual(expected);
  });

describe('days', () => {
  reads(WEDNESDAY, [
    ['What did I eat yesterday?', '2024-05-14 2024-05-15'],
    ['What did I eat yesterday evening?', '2024-05-14 2024-05-15'],
    ['What happened the day before yesterday?', '2024-05-13 2024-05-14'],
    ['What did I say last night?', '2024-05-14T12 now'],
    ['What did I say this morning?', '2024-05-15 now'],
    ['What did I say earlier today?', '2024-05-15 now'],
    ['What am I doing tonight?', '2024-05-15 now'],
    ['What did you suggest the other day?', '2024-05-08 2024-05-15'],
    ['What have I worked on recently?', '2024-04-15 now'],
    ['Have I complained lately?', '2024-04-15 now'],
  ]);
});

describe('weekdays', () => {
  reads(WEDNESDAY, [
    ['Who wrote last Monday?', '2024-05-13 2024-05-14'],
    ['Who wrote last Wednesday?', '2024-05-08 2024-05-09'],
    ['What did I say on Tuesday?', '2024-05-14 2024-05-15'],
    ['What did I say on Wednesday?', '2024-05-08 2024-05-09'],
    ['What did I say on Thursday morning?', '2024-05-09 2024-05-10'],
    ['What did I say since Monday?', '2024-05-13 now'],
    ['What is due this Wednesday?', '2024-05-15 now'],
    ['What did I do this Monday?', '2024-05-13 2024-05-14'],
    // To come, and so nothing yet.
    ['What is due this Friday?'],
    ['Do I have an interview on Tuesday?'],
    ['What do I do on Mondays?'],
    ['What did Monday the tortoise do?'],
    ['How many did they let go last Tuesday in September?', '2023-09-01 2023-10-01'],
  ]);
});

describe('weeks and weekends', () => {
  reads(WEDNESDAY, [
    ['Who called last week?', '2024-05-06 2024-05-13'],
    ['What did I do last week at Acme?'],
    ['What is due this week?', '2024-05-13 now'],
    ['What did I do earlier this week?', '2024-05-13 now'],
    ['What did we discuss the week before last?', '2024-04-29 2024-05-06'],
    ['What did I do last weekend?', '2024-05-11 2024-05-13'],
    ['What did I do the weekend before last?', '2024-05-04 2024-05-06'],
    ['What did I do over the weekend?', '2024-05-11 2024-05-13'],
    ['What did I do on the weekend of the party?'],
    ['What do I do at the weekend?'],
    ['What shall I do this weekend?'],
  ]);

  test.for<[string, string, ...string[]]>([
    ['2024-05-12T20:00:00Z', 'Who called last week?', '2024-04-29 2024-05-06'],
    ['2024-05-13T00:00:00Z', 'Who called last week?', '2024-05-06 now'],
    ['2024-05-12T20:00:00Z', 'What did I do last weekend?', '2024-05-04 2024-05-06'],
    ['2024-05-12T20:00:00Z', 'What did I do this weekend?', '2024-05-11 now'],
    ['2024-05-12T20:00:00Z', 'What did I do over the weekend?', '2024-05-11 now'],
    ['2024-05-13T09:00:00Z', 'What did I do at the weekend?', '2024-05-11 2024-05-13'],
    ['2024-05-13T09:00:00Z', 'What did I do this weekend?', '2024-05-11 2024-05-13'],
    ['2024-05-13T09:00:00Z', 'What shall I do this weekend?'],
    ['2025-01-02T09:00:00Z', 'Who called last week?', '2024-12-23 2024-12-30'],
  ])('asked %s: %s', ([asked, question, ...expected]) => {
    expect(windows(question, asked)).toEqual(expected);
  });
});

describe('so many units up to now', () => {
  reads(WEDNESDAY, [
    ['What did I do in the last two weeks?', '2024-05-01 now'],
    ['What did I do the past two months?', '2024-03-15 now'],
    ['What did I do over the past few days?', '2024-05-12 now'],
    ['What did I do the last couple of weeks?', '2024-05-01 now'],
    ['What did I do last 10 days?', '2024-05-05 now'],
    ['What did I do in the past week?', '2024-05-08 now'],
    ['What did I do over the last year?', '2023-05-15 now'],
    ['What did I do over the past months?', '2024-02-15 now'],
    ['How have things gone over the past half-year?', '2023-11-15 now'],
    ['What did I do in the last fortnight?', '2024-05-01 now'],
    ['What did I do in the last two weeks at the theatre?'],
    ['What did I do in my last two weeks?'],
    ['Do I meet the past 5 years of experience?'],
  ]);

  test('a month before its last days is the last day of a shorter one', () => {
    expect(windows('What of the past month?', '2024-03-31T09:00:00Z')).toEqual(['2024-02-29 now']);
    expect(windows('What of the past month?', '2023-03-31T09:00:00Z')).toEqual(['2023-02-28 now']);
    expect(windows('What of the past year?', '2024-02-29T09:00:00Z')).toEqual(['2023-02-28 now']);
    expect(windows('What of the past two months?', '2024-01-31T09:00:00Z')).toEqual(['2023-11-30 now']);
  });
});

describe('parts of what is longer', () => {
  reads(NOVEMBER, [
    ['What happened in the third quarter of 2025?', '2025-07-01 2025-10-01'],
    ['What happened in the last quarter of last year?', '2025-10-01 2026-01-01'],
    ['What happened in Q1 this year?', '2026-01-01 2026-04-01'],
    ['What did we discuss in the first half of 2025?', '2025-01-01 2025-07-01'],
    ['What did we discuss in the second half of the year?', '2026-07-01 now'],
    ['What did we discuss in the third half of 2025?'],
    ['What was I told in the first week of March?', '2026-03-01 2026-03-08'],
    ['What was I told in the last week of October 2024?', '2024-10-25 2024-11-01'],
    ['What was I told in the first week of December?', '2025-12-01 2025-12-08'],
    ['What did I say in the week of November 9?', '2026-11-09 2026-11-16'],
    ['What did I say the week of November 31?'],
    ['What did I say the week of the 1st of May 2024?', '2024-04-29 2024-05-06'],
    ['What did I say at the start of the year?', '2026-01-01 2026-05-02'],
    ['What did I say at the end of the week?'],
    ['What was the year like?'],
    ['What did I say on Monday of last week?', '2026-11-16 2026-11-17'],
    ['What did I say on Friday last week?', '2026-11-20 2026-11-21'],
  ]);
});

describe('single days', () => {
  reads(NOVEMBER, [
    ['What did I tell you on the 3rd?', '2026-11-03 2026-11-04'],
    ['What did I tell you on the 30th?', '2026-10-30 2026-10-31'],
    ['What did I tell you on the 32nd?'],
    ['What did I do on the 3rd floor?'],
    ['What have I done on the 3rd?', '2026-11-03 2026-11-04'],
    ['What have I to do on the 3rd?'],
    ['What is due on the 3rd?'],
    ['What did I say on 3.11.2026?', '2026-11-03 2026-11-04'],
    ['What did I say on 3/11/2026?'],
    ['What did I say a year ago today?', '2025-11-25 2025-11-26'],
    ['What did I say two weeks ago today?', '2026-11-11 2026-11-12'],
    ['What did I say this time last week?', '2026-11-18 2026-11-19'],
    ['What did I say this time last year?', '2025-11-10 2025-12-11'],
    ['What did I say over the weekend?', '2026-11-21 2026-11-23'],
    ['What shall I do over the weekend?'],
  ]);
});

describe('hours', () => {
  reads(NOVEMBER, [
    ['What did I say an hour ago?', '2026-11-25T10:30 2026-11-25T11:30'],
    ['What did I say in the last hour?', '2026-11-25T11 now'],
    ['What did I say in the past 24 hours?', '2026-11-24T12 now'],
    ['What did I say in the last 30 minutes?', '2026-11-25T11:30 now'],
    ['What did I say in my last hour at Acme?'],
    ['What did I say two hours ago?', '2026-11-25T09:30 2026-11-25T10:30'],
    ['What did I say 40 minutes ago?', '2026-11-25T11:10 2026-11-25T11:30'],
    ['What did I say an hour and a half ago?', '2026-11-25T10 2026-11-25T11'],
    ['What did I say one and a half hours ago?', '2026-11-25T10 2026-11-25T11'],
    ['Why did I cancel at the last minute?'],
  ]);
});

describe('ago', () => {
  reads(WEDNESDAY, [
    ['What did I say three days ago?', '2024-05-12 2024-05-13'],
    ['What did I say a week ago?', '2024-05-05 2024-05-12'],
    ['What did I say a few days ago?', '2024-05-11 2024-05-14'],
    ['What did I say twenty days ago?', '2024-04-25 2024-04-26'],
    ['What did I say twenty-one days ago?', '2024-04-24 2024-04-25'],
    ['What did I say a fortnight ago?', '2024-04-24T12 2024-05-08T12'],
    ['What did I say several weeks ago?', '2024-04-03T12 2024-05-01T12'],
  ]);

  test.for<[string, string]>([
    ['a couple months ago', '2024-03-15'],
    ['half a year ago', '2023-11-14'],
    ['a year and a half ago', '2022-11-14'],
    ['two and a half years ago', '2021-11-14'],
    ['ninety-nine days ago', '2024-02-06'],
  ])('%s is around %s', ([said, middle]) => {
    const { stretches } = readQuestion(`What did I say ${said}?`, { now: new Date(WEDNESDAY) });
    expect(stretches).toHaveLength(1);
    const { from, to } = stretches[0]!;
    expect(day((from + to) / 2).slice(0, 10)).toBe(middle);
    expect(to - from).toBeLessThan(130 * 86_400_000);
  });
});

describe('months, quarters, seasons and years', () => {
  reads(WEDNESDAY, [
    ['Where was I last month?', '2024-04-01 2024-05-01'],
    ['What did I do the month before last?', '2024-03-01 2024-04-01'],
    ['What did I earn last year?', '2023-01-01 2024-01-01'],
    ['What did I plan last March?', '2024-03-01 2024-04-01'],
    ['What did I plan last December?', '2023-12-01 2024-01-01'],
    ['What did I learn last summer?', '2023-06-01 2023-09-01'],
    ['What did I read last winter?', '2023-12-01 2024-03-01'],
    ['What have I done this spring?', '2024-03-01 now'],
    ['What did I do earlier this year?', '2024-01-01 now'],
    ['What did I do earlier this month?', '2024-05-01 now'],
    ['What did I do last quarter?', '2024-01-01 2024-04-01'],
    ['What did I do this quarter?', '2024-04-01 now'],
    ['What did I do in Q3?', '2023-07-01 2023-10-01'],
    ['What did I do in Q2?', '2024-04-01 now'],
    ['What did I do in Q3 2022?', '2022-07-01 2022-10-01'],
    ['What did I do over the summer?', '2023-06-01 2023-09-01'],
    ['What did I do over Christmas?', '2023-12-20 2024-01-01'],
    ['What did I do around Christmas?', '2023-12-20 2024-01-01'],
    ['How did I spend Christmas 2022?', '2022-12-20 2023-01-01'],
    ['What did I do in the spring of 2023?', '2023-03-01 2023-06-01'],
    ['What did I do in 2023?', '2023-01-01 2024-01-01'],
    ['What have I done in 2024?', '2024-01-01 now'],
    ['What did I do back in March?', '2024-03-01 2024-04-01'],
    ['What did I do in May?', '2024-05-01 now'],
    ['What did I do in June?', '2023-06-01 2023-07-01'],
    ['What will I do over the summer?'],
    ['What is planned in 2025?'],
  ]);

  describe('in November', () => {
    reads(NOVEMBER, [
      ['What am I to do this December?'],
      ['What did I do this March?', '2026-03-01 2026-04-01'],
      ['What did I do this summer?', '2026-06-01 2026-09-01'],
      ['What did I do this month?', '2026-11-01 now'],
      ['How could I learn to ski this winter?'],
      ['What did I do in December?', '2025-12-01 2026-01-01'],
      ['What did I do in Q3?', '2026-07-01 2026-10-01'],
      ['What did I do in Q3 2026?', '2026-07-01 2026-10-01'],
    ]);

    test('what is to come is told as such', () => {
      const { stretches } = readQuestion('What am I to do this December?', { now: new Date(NOVEMBER) });
      expect(stretches).toMatchObject([{ from: Date.UTC(2026, 11, 1), to: Date.UTC(2027, 0, 1) }]);
    });
  });

  describe('in January', () => {
    reads('2025-01-10T08:00:00Z', [
      ['What of last year?', '2024-01-01 2025-01-01'],
      ['What of last month?', '2024-12-01 2025-01-01'],
      ['What of the month before last?', '2024-11-01 2024-12-01'],
      ['What of last quarter?', '2024-10-01 2025-01-01'],
      ['What of last winter?', '2023-12-01 2024-03-01'],
      ['What of this winter?', '2024-12-01 now'],
      ['What of this December?', '2024-12-01 2025-01-01'],
      ['What of Q4?', '2024-10-01 2025-01-01'],
    ]);
  });
});

describe('dates', () => {
  reads(NOVEMBER, [
    ['What did I say on March 5, 2025?', '2025-03-05 2025-03-06'],
    ['What did I say on 5th of March 2025?', '2025-03-05 2025-03-06'],
    ['What did I say on Thursday, March 5?', '2026-03-05 2026-03-06'],
    ['What did I say on 2025-03-05?', '2025-03-05 2025-03-06'],
    ['What did I say in 2025-03?', '2025-03-01 2025-04-01'],
    ['What did I say on December 24?', '2025-12-24 2025-12-25'],
    ['What did I say on November 25?', '2026-11-25 now'],
    ['What did I say on Feb 29?', '2024-02-29 2024-03-01'],
    ['What did I say on February 29, 2025?'],
    ['What did I say on March 45?'],
    ['What did I say in Sept. 2025?', '2025-09-01 2025-10-01'],
  ]);
});

describe('parts and ends', () => {
  reads(NOVEMBER, [
    ['What did I do in early March?', '2026-03-01 2026-03-11'],
    ['What did I do in mid-March?', '2026-03-11 2026-03-21'],
    ['What did I do in late March 2025?', '2025-03-21 2025-04-01'],
    ['What did I do at the beginning of March?', '2026-03-01 2026-03-11'],
    ['What did I do at the end of March?', '2026-03-21 2026-04-01'],
    ['What did I do at the end of last year?', '2025-09-01 2026-01-01'],
    ['What did I do in late 2024?', '2024-09-01 2025-01-01'],
    ['What have I done since March?', '2026-03-01 now'],
    ['What have I done since early March?', '2026-03-01 now'],
    ['What have I done since last week?', '2026-11-16 now'],
    ['What have I done since December?', '2025-12-01 now'],
    ['What have I done since 2024?', '2024-01-01 now'],
    ['What have I done from March on?', '2026-03-01 now'],
    ['What did I do after March?', '2026-04-01 now'],
    ['What did I do before March?', '1970-01-01 2026-03-01'],
    ['What did I do until March?', '1970-01-01 2026-04-01'],
    ['What did I do before last week?', '1970-01-01 2026-11-16'],
    ['Had I ever taught before this year?', '1970-01-01 2026-01-01'],
    ['What must I finish before December?'],
    ['What must I finish before the end of the year?'],
    ['What did I do before the end of the week?', '1970-01-01 now'],
    // Further back than a database can tell.
    ['What did we do 999 years before 0500-01-01?'],
    ['What did we do 999 years before 1950-01-01?', '1000-01-01 1950-01-01'],
    ['What did I do between March and May?', '2026-03-01 2026-06-01'],
    ['What did I do from March to May?', '2026-03-01 2026-06-01'],
    ['What did I do between November 2024 and February?', '2024-11-01 2025-03-01'],
    ['What did I do between November and February 2025?', '2024-11-01 2025-03-01'],
    ['What did I do between November and February?', '2025-11-01 2026-03-01'],
    ['What did I do between March 5 and April 10, 2025?', '2025-03-05 2025-04-11'],
    ['Did I work between 2009 and 2012?', '2009-01-01 2013-01-01'],
    ['What did I do between Monday and Tuesday?', '2026-11-23 2026-11-25'],
    ['What did he do the week before August 3, 2026?', '2026-07-27 2026-08-03'],
    ['What did she do last weekend before April 10, 2026?', '2026-04-03 2026-04-10'],
    ['What did he do two weeks after August 3, 2026?', '2026-08-04 2026-08-18'],
    ['What did we win in September and October?', '2026-09-01 2026-10-01', '2026-10-01 2026-11-01'],
    ['What did I say yesterday and in March?', '2026-03-01 2026-04-01', '2026-11-24 2026-11-25'],
  ]);

  describe('one within the other', () => {
    reads(NOVEMBER, [
      ['What did I do in March last year?', '2025-03-01 2025-04-01'],
      ['What did I do last year, in January?', '2025-01-01 2025-02-01'],
      ['What did I do in December of last year?', '2025-12-01 2026-01-01'],
      ['What did I do in the summer of last year?', '2025-06-01 2025-09-01'],
      ['What did I do on March 5 last year?', '2025-03-05 2025-03-06'],
      ['What did I do on Monday last week?', '2026-11-16 2026-11-17'],
      ['What did I do last week on Sunday?', '2026-11-22 2026-11-23'],
      ['What did I do since March last year?', '2025-03-01 now'],
      ['Did we march last year?', '2025-01-01 2026-01-01'],
      ['What did I do before March of last year?', '1970-01-01 2025-03-01'],
      ['What did I do in early March last year?', '2025-03-01 2025-03-11'],
      ['What did I do from March to May last year?', '2025-03-01 2025-06-01'],
      ['What did I do last year between March and May?', '2025-03-01 2025-06-01'],
      ['What did I do last year in March and May?', '2025-03-01 2025-04-01', '2025-05-01 2025-06-01'],
      ['What did I do last year from March on?', '2025-03-01 2026-01-01'],
      // Neither is within the other: both are told.
      ['What did I do last week in 2024?', '2024-01-01 2025-01-01', '2026-11-16 2026-11-23'],
    ]);
  });

  test('between March and May, asked in April, is that of the year before: this May is yet to come', () => {
    expect(windows('What of between March and May?', '2024-04-10T00:00:00Z')).toEqual([
      '2023-03-01 2023-06-01',
    ]);
  });
});

describe('what is no time', () => {
  test.for([
    'May I ask what I may have said?',
    'Before, may I ask?',
    'Did we march on?',
    'Give me a second',
    'What was my last week at Acme like?',
    'What was the last year of school like?',
    "How was Anna's last week?",
    'What did we do on the last night of the trip?',
    'Write a note to my colleagues for the last day',
    'What is my last name?',
    'What was my last job and my last company?',
    'Do I like this job?',
    'Remind me in 30 minutes',
    'Where do I see myself in 5 years?',
    'What were the top 10 last?',
    'Who has 5 years of experience?',
    'What was the 2024 budget?',
    'Sum it up in 2000 words',
    'Did I walk in 1500 steps?',
    'Is it between 1900 and 2000 euros?',
    'What changed in 2024.1?',
    'Was habe ich letzte Woche gesagt?',
    'Où étais-je la semaine dernière?',
  ])('%s', (question) => {
    expect(windows(question, NOVEMBER)).toEqual([]);
    expect(withoutTimes(readTimes(question, { now: new Date(NOVEMBER) }))).toBe(question);
  });
});

test.for<[string, string]>([
  ['What did we talk about last week?', 'What did we talk about?'],
  ["What was in yesterday's notes?", 'What was notes?'],
  ['Over the past two weeks, what did I do?', ', what did I do?'],
  ['What did I say in early March about Acme?', 'What did I say about Acme?'],
  ['What did I say on Tuesday morning?', 'What did I say?'],
  ['What did I say between March and May 2025?', 'What did I say?'],
  ['What did I say back in March?', 'What did I say?'],
  ['What did I say since the beginning of March?', 'What did I say?'],
  ['What did I say about two weeks ago?', 'What did I say?'],
  ['What did I say at the end of last year?', 'What did I say?'],
  ['What did I say in the year 2024?', 'What did I say?'],
  ['Was sagte Zoë über Straße im März, LAST WEEK?', 'Was sagte Zoë über Straße im März,?'],
])('without its times: %s', ([question, expected]) => {
  expect(withoutTimes(readTimes(question, { now: new Date(NOVEMBER) }))).toBe(expected);
});

describe('where the asker is', () => {
  /** Each stretch as it lies in UTC. */
  const inUtc = (question: string, asked: string, hours: number) => {
    const asking = { now: new Date(asked), utc_offset: hours * 60 };
    return windowsOf(readQuestion(question, asking), asking).map(
      ({ from, to }) =>
        `${new Date(from).toISOString().slice(0, 16)} ${new Date(to).toISOString().slice(0, 16)}`,
    );
  };

  test.each([
    // It is Tuesday evening in San Francisco, and Wednesday in UTC.
    ['What did I say yesterday?', '2024-05-15T02:00Z', -7, '2024-05-13T07:00 2024-05-14T07:00'],
    ['What did I say today?', '2024-05-15T02:00Z', -7, '2024-05-14T07:00 2024-05-15T02:00'],
    // It is Monday morning in Auckland, and Sunday in UTC.
    ['What did I say last week?', '2024-05-12T21:00Z', 12, '2024-05-05T12:00 2024-05-12T12:00'],
    ['What did I say on May 2?', '2024-05-12T21:00Z', 5.5, '2024-05-01T18:30 2024-05-02T18:30'],
    // May has not begun in Honolulu.
    ['What did I say in May?', '2024-05-01T05:00Z', -10, '2023-05-01T10:00 2023-06-01T10:00'],
    ['What have I said since Monday?', '2024-05-15T02:00Z', -7, '2024-05-13T07:00 2024-05-15T02:00'],
  ] as const)('%s, asked %s at %i', (question, asked, hours, window) => {
    expect(inUtc(question, asked, hours)).toEqual([window]);
  });
});

describe('nearness', () => {
  const now = new Date(WEDNESDAY);

  test('a month that was placed in a year is no longer one of any year', () => {
    expect(readQuestion('What did I plan last March?', { now }).dates).toEqual([]);
    expect(readQuestion('What did I plan last March?').dates).toHaveLength(1);
    expect(readQuestion('What did I plan in March 2022?', { now }).dates).toHaveLength(1);
  });

  test('a message is near while the stretch lasts, fades after it, and is nothing a year before', () => {
    const question = readQuestion('What did I plan two months ago?', { now });
    const at = (date: string) => nearest(question, new Date(date));
    expect(at('2024-03-15')).toBe(1);
    expect(at('2024-04-10')).toBeLessThan(1);
    expect(at('2024-04-10')).toBeGreaterThan(0.2);
    expect(at('2023-03-15')).toBeLessThan(0.01);
    expect(nearest(readQuestion('What did I plan?', { now }), now)).toBe(0);
  });

  test('what has one end is as near at its far end', () => {
    const since = readQuestion('What have I done since March?', { now });
    expect(nearest(since, new Date('2024-05-14'))).toBe(1);
    expect(nearest(since, new Date('2023-12-01'))).toBeLessThan(0.01);
    const before = readQuestion('What did I do before March?', { now });
    expect(nearest(before, new Date('2019-01-01'))).toBe(1);
    expect(nearest(before, new Date('2024-05-14'))).toBeLessThan(0.2);
  });
});

test.for([
  'in ',
  'from a ',
  'the last ',
  'the last two ',
  'between March and ',
  'from March 5, 2024 to ',
  'since the beginning of the ',
  'a week before ',
  'early ',
  'May 31, ',
  'twenty-',
  '2024-',
  'the very ',
  'last week ',
  'in March last year ',
  'Q3 ',
  'the first week of ',
  'the last half of ',
  'the week of the 1st of ',
  'Monday of last ',
  '5 hours ',
  'on the 3rd  ',
  ' ',
  'a',
  '1',
  // What took a time that grows with its square would take longer than a test may.
])('a long question of «%s» is read like others', (words) => {
  const question = words.repeat(Math.ceil(90_000 / words.length));
  expect(readQuestion(question, { now: new Date(NOVEMBER) }).stretches.length).toBeLessThanOrEqual(17);
  expect(withoutTimes(readTimes(question, { now: new Date(NOVEMBER) })).length).toBeLessThanOrEqual(
    question.length,
  );
});
