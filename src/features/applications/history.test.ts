import { describe, expect, test } from 'vitest';
import type { DateISO } from '../../kernel/clock.ts';
import { inOrderOfTime, staysOf, type TimelineEvent } from './history.ts';

const iso = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString() as DateISO;
const to = (stage: string | null, day: number, kind = 'stage'): TimelineEvent => ({
  at: iso(day),
  by: 'person',
  kind,
  from: null,
  to: stage,
  note: null,
});
const stays = (events: TimelineEvent[], appliedAt: DateISO | null = null) =>
  staysOf(events, appliedAt).map(({ stage, since, until, known }) => [
    stage,
    new Date(since).getUTCDate(),
    until && new Date(until).getUTCDate(),
    known,
  ]);

describe('staysOf', () => {
  test('each stay ends where the next begins; other events do not count', () => {
    expect(stays([to('saved', 1), to(null, 2, 'note'), to('applied', 3), to('interview', 9)])).toEqual([
      ['saved', 1, 3, true],
      ['applied', 3, 9, true],
      ['interview', 9, null, true],
    ]);
  });

  test('a step dated back takes the length of what was told before it', () => {
    expect(stays([to('saved', 20), to('applied', 5), to('rejected', 22)])).toEqual([
      ['saved', 5, 5, false],
      ['applied', 5, 22, true],
      ['rejected', 22, null, true],
    ]);
  });

  test('the same stage again corrects its date, and the date of applying beats when it was told', () => {
    expect(stays([to('saved', 1), to('interview', 9), to('interview', 7)])).toEqual([
      ['saved', 1, 7, true],
      ['interview', 7, null, true],
    ]);
    expect(stays([to('saved', 1), to('applied', 9)], iso(4))).toEqual([
      ['saved', 1, 4, true],
      ['applied', 4, null, true],
    ]);
  });

  test('going back is a stay of its own', () => {
    expect(stays([to('applied', 1), to('ghosted', 5), to('screening', 8)]).map(([stage]) => stage)).toEqual([
      'applied',
      'ghosted',
      'screening',
    ]);
    expect(stays([])).toEqual([]);
  });
});

test('a timeline is read by time, and in the order told where that is the same', () => {
  const events = [to('saved', 5), to('applied', 2), to('interview', 5), to('offer', 3)];
  expect(inOrderOfTime(events).map((event) => event.to)).toEqual(['applied', 'offer', 'saved', 'interview']);
});
