import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDates } from './dates.ts';

const read = (text: string) => {
  const [date] = findDates(text);
  if (!date) return null;
  return [date.start ?? null, date.end ?? (date.current ? 'now' : null)];
};

describe('findDates', () => {
  test.each([
    ['Jan 2020 – Present', '2020-01', 'now'],
    ['January 2020 - March 2021', '2020-01', '2021-03'],
    ['Sept. 2019 to Dec. 2019', '2019-09', '2019-12'],
    ['01/2020 — 06/2021', '2020-01', '2021-06'],
    ['03/19 - 06/21', '2019-03', '2021-06'],
    ['2020-01 – 2021-12', '2020-01', '2021-12'],
    ['2018-2020', '2018', '2020'],
    ['2018–20', '2018', '2020'],
    ['2018-10', '2018-10', null],
    ['2018/19', '2018', '2019'],
    ['2019/03 - 2020/11', '2019-03', '2020-11'],
    ["Sep '18 – '20", '2018-09', '2020'],
    ['Summer 2019', '2019', null],
    ['Q1 2021 – Q3 2022', '2021', '2022'],
    ['2019 to date', '2019', 'now'],
    ['since 2021', '2021', 'now'],
    ['Since March 2021', '2021-03', 'now'],
    ['01.02.2015 - 31.12.2018', '2015-02-01', '2018-12-31'],
    ['1 May 2014 – 30 June 2016', '2014-05-01', '2016-06-30'],
    ['May 3, 2019', '2019-05-03', null],
    ['13/02/2020', '2020-02-13', null],
    ['03/04/2020', '2020', null],
    ['2016 –', '2016', 'now'],
    ['from 2012 until 2014', '2012', '2014'],
    ['until June 2014', null, '2014-06'],
    ['Jan – Mar 2020', '2020-01', '2020-03'],
    ['JUN 2015 – CURRENT', '2015-06', 'now'],
    ['Expected May 2027', '2027-05', null],
    ['Aug 2017–now', '2017-08', 'now'],
    ['Mar-2018 – Apr-2019', '2018-03', '2019-04'],
    ['Jun 16 - Jul 18', '2016-06', '2018-07'],
    ['March 2018 → Present', '2018-03', 'now'],
  ])('%s is %s to %s', (text, start, end) => {
    expect(read(text)).toEqual([start, end]);
    expect(findDates(text)[0]).toMatchObject({ index: 0, length: text.length });
  });

  test.each([
    'serving 2000000 users',
    '$2019',
    'v2020.1',
    'room 1204',
    'ISO 27001',
    'maybe',
    '12,2019',
    '2020%',
  ])('%s holds no date', (text) => {
    expect(read(text)).toBeNull();
  });

  test('day and month that cannot be told apart are not guessed', () => {
    expect(findDates('03/04/2020')[0]).toMatchObject({ start: '2020', ambiguous: true });
    expect(findDates('3.4.2020')[0]).toMatchObject({ start: '2020-04-03', ambiguous: false });
  });

  test('there is no 30th of February', () => {
    expect(read('30.02.2020')).toBeNull();
  });

  test('never throws, and what it finds is as JSON Resume writes dates', () => {
    const bits = fc.constantFrom(
      '2020',
      'Jan',
      '/',
      '-',
      ' ',
      '03',
      "'19",
      'to',
      'Present',
      'Q1',
      '.',
      '31',
      'since',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(bits, { maxLength: 8 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const { start, end, index, length } of findDates(text)) {
          expect(index + length).toBeLessThanOrEqual(text.length);
          for (const date of [start, end]) {
            if (date !== undefined)
              expect(date).toMatch(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);
          }
        }
      }),
    );
  });
});
