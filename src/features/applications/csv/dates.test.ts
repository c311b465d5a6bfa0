import { describe, expect, test } from 'vitest';
import { orderShown, readDate } from './dates.ts';

describe('readDate', () => {
  test.each([
    ['2026-03-05', '2026-03-05T00:00:00.000Z'],
    ['2026/3/5', '2026-03-05T00:00:00.000Z'],
    ['2026-03-05T14:30:00+02:00', '2026-03-05T12:30:00.000Z'],
    ['2026-03-05 9:05', '2026-03-05T09:05:00.000Z'],
    ['5.3.2026', '2026-03-05T00:00:00.000Z'],
    ['05. 03. 2026', '2026-03-05T00:00:00.000Z'],
    ['5.3.26 14:30', '2026-03-05T14:30:00.000Z'],
    ['25/3/2026', '2026-03-25T00:00:00.000Z'],
    ['3/25/2026', '2026-03-25T00:00:00.000Z'],
    ['3/25/26, 2:30 PM', '2026-03-25T14:30:00.000Z'],
    ['3/25/2026 12:05 am', '2026-03-25T00:05:00.000Z'],
    ['3/3/2026', '2026-03-03T00:00:00.000Z'],
    ['Mar 5, 2026', '2026-03-05T00:00:00.000Z'],
    ['March 5th 2026', '2026-03-05T00:00:00.000Z'],
    ['Thu, Mar 5, 2026', '2026-03-05T00:00:00.000Z'],
    ['5 March 2026', '2026-03-05T00:00:00.000Z'],
    ['5-Mar-26', '2026-03-05T00:00:00.000Z'],
    ['5. März 2026', '2026-03-05T00:00:00.000Z'],
    ['12 août 2026', '2026-08-12T00:00:00.000Z'],
    ['5 de enero de 2026', '2026-01-05T00:00:00.000Z'],
    ['46086', '2026-03-05T00:00:00.000Z'],
    [' 29.2.2024 ', '2024-02-29T00:00:00.000Z'],
  ])('%s is %s', (text, iso) => {
    expect(readDate(text)).toEqual({ date: new Date(iso) });
  });

  test.each([['3/4/2026'], ['03-04-2026'], ['3/4/26']])('%s is one of two', (text) => {
    expect(readDate(text)).toEqual({ dmy: new Date('2026-04-03'), mdy: new Date('2026-03-04') });
  });

  test.each([
    '',
    'soon',
    '30.2.2026',
    '31/31/2026',
    '2026-13-01',
    '5 Foo 2026',
    '3/25/2026 13:00 PM',
    '5.3',
    'last March',
    '2026',
    '99999',
    '1/2-2026',
  ])('%j is no date', (text) => {
    expect(readDate(text)).toBeNull();
  });

  test('what is long is refused at once', () => {
    const started = performance.now();
    for (const text of [
      '1'.repeat(50_000),
      `5 ${'a'.repeat(50_000)}`,
      'a '.repeat(25_000),
      ' '.repeat(50_000),
    ])
      expect(readDate(text)).toBeNull();
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

test('a number over twelve shows the order', () => {
  expect(['25/3/2026', '3/25/2026', '3/4/2026', '25.3.2026', '2026-03-25'].map(orderShown)).toEqual([
    'dmy',
    'mdy',
    null,
    null,
    null,
  ]);
});
