import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarMonth, usagePeriod } from './period.ts';

const at = (iso: string) => new Date(`${iso}Z`);
const paid = (start: string, end: string | null) => ({
  start: at(start),
  end: end === null ? null : at(end),
});
const shown = ({ start, end }: { start: Date; end: Date }) =>
  [start, end].map((date) => date.toISOString().slice(0, 16));

test.each([
  ['nothing paid: the month', null, '2026-02-28T23:59', ['2026-02-01T00:00', '2026-03-01T00:00']],
  ['the year ends', null, '2026-12-31T23:59', ['2026-12-01T00:00', '2027-01-01T00:00']],
  [
    'a month of Stripe',
    paid('2026-01-31T10:00', '2026-02-28T10:00'),
    '2026-02-27T00:00',
    ['2026-01-31T10:00', '2026-02-28T10:00'],
  ],
  [
    '31 days after a short month',
    paid('2026-02-28T10:00', '2026-03-31T10:00'),
    '2026-03-30T00:00',
    ['2026-02-28T10:00', '2026-03-31T10:00'],
  ],
  [
    'a week',
    paid('2026-03-01T10:00', '2026-03-08T10:00'),
    '2026-03-02T00:00',
    ['2026-03-01T10:00', '2026-03-08T10:00'],
  ],
  [
    'a year, its first month',
    paid('2026-01-31T10:00', '2027-01-31T10:00'),
    '2026-02-01T00:00',
    ['2026-01-31T10:00', '2026-02-28T10:00'],
  ],
  [
    'a year, a later month',
    paid('2026-01-31T10:00', '2027-01-31T10:00'),
    '2026-03-01T00:00',
    ['2026-02-28T10:00', '2026-03-31T10:00'],
  ],
  [
    'a renewal nobody told of',
    paid('2026-01-10T10:00', '2026-02-10T10:00'),
    '2026-03-11T00:00',
    ['2026-03-10T10:00', '2026-04-10T10:00'],
  ],
  [
    'no end known',
    paid('2026-01-10T10:00', null),
    '2026-01-11T00:00',
    ['2026-01-10T10:00', '2026-02-10T10:00'],
  ],
  [
    'a start to come',
    paid('2026-05-10T10:00', null),
    '2026-01-11T00:00',
    ['2026-01-01T00:00', '2026-02-01T00:00'],
  ],
])('%s', (_name, subscription, now, expected) => {
  expect(shown(usagePeriod(subscription, at(now)))).toEqual(expected);
});

test('every instant is in its period, and its period is the same from anywhere within', () => {
  const date = fc.date({
    min: at('2020-01-01T00:00:00'),
    max: at('2035-01-01T00:00:00'),
    noInvalidDate: true,
  });
  const days = fc.integer({ min: 1, max: 800 });
  fc.assert(
    fc.property(
      date,
      fc.option(days),
      date,
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (start, length, now, where) => {
        const end = length === null ? null : new Date(start.getTime() + length * 86_400_000);
        const period = usagePeriod({ start, end }, now);
        expect(period.start.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(now.getTime()).toBeLessThan(period.end.getTime());
        expect(period.end.getTime() - period.start.getTime()).toBeLessThanOrEqual(32 * 86_400_000);
        if (now < start) {
          expect(period).toEqual(calendarMonth(now));
          return;
        }
        const isCurrent = end !== null && now < end;
        const other = new Date(now.getTime() + where * (period.end.getTime() - now.getTime()));
        if (isCurrent) expect(usagePeriod({ start, end }, other)).toEqual(period);
      },
    ),
  );
});
