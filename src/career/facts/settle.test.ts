import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Kept, settle } from './index.ts';

let count = 0;
const on = (day: string, value: string, more: Partial<Kept> = {}): Kept => ({
  id: `f${String(++count).padStart(4, '0')}`,
  kind: 'location',
  value,
  change: 'state',
  saidAt: new Date(`${day}T00:00:00Z`),
  from: null,
  to: null,
  replaces: null,
  ...more,
});

/** The values that are so, in order. */
function so(facts: Kept[]): string[] {
  const standings = settle(facts);
  return facts.filter(({ id }) => standings.get(id)!.validTo === null).map(({ value }) => value);
}

test('a change closes, a statement without one contradicts, until it is said again', () => {
  const berlin = on('2026-01-01', 'Berlin');
  const lyon = on('2026-02-01', 'Lyon');
  expect(so([berlin, lyon])).toEqual(['Berlin', 'Lyon']);
  expect(so([berlin, { ...lyon, change: 'change' }])).toEqual(['Lyon']);
  expect(so([berlin, lyon, on('2026-02-02', 'Lyon')])).toEqual(['Lyon']);
});

test('after half a year nobody says that things changed', () => {
  expect(so([on('2025-01-01', 'Berlin'), on('2026-02-01', 'Lyon')])).toEqual(['Lyon']);
});

test('the same place in other words is the same', () => {
  expect(so([on('2026-01-01', 'Berlin'), on('2026-01-02', 'Berlin, Germany')])).toEqual(['Berlin']);
});

test('what ended ends, and what was is told from what is', () => {
  expect(so([on('2026-01-01', 'Berlin'), on('2026-02-01', 'Berlin', { change: 'end' })])).toEqual([]);
  expect(
    so([
      on('2026-01-01', 'Lyon'),
      on('2026-02-01', 'Berlin', { change: 'past', to: new Date('2020-01-01') }),
    ]),
  ).toEqual(['Lyon']);
  expect(so([on('2026-01-01', 'Acme'), on('2026-02-01', '', { change: 'end' })])).toEqual([]);
});

test('a correction says that the other never was', () => {
  const wrong = on('2026-01-01', 'Berlin');
  const right = on('2026-01-02', 'Bern', { change: 'correction', replaces: wrong.id });
  const standing = settle([wrong, right]).get(wrong.id)!;
  expect(standing).toMatchObject({ ended: 'correction', supersededBy: right.id });
  expect(standing.validTo).toEqual(standing.validFrom);
});

test('the order in which statements arrive makes no difference, and no time runs backwards', () => {
  const facts = fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 500 }),
      value: fc.constantFrom('Berlin', 'Lyon', 'Rome'),
      change: fc.constantFrom<Kept['change']>('state', 'change', 'past', 'end', 'correction'),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(facts, (given) => {
      const kept = given.map(({ day, value, change }) => ({
        ...on('2025-01-01', value, { change }),
        saidAt: new Date(Date.UTC(2025, 0, 1 + day)),
      }));
      const standings = settle(kept);
      expect(settle(kept.toReversed())).toEqual(new Map([...standings]));
      for (const { validFrom, validTo } of standings.values())
        if (validTo) expect(validTo.getTime()).toBeGreaterThanOrEqual(validFrom.getTime());
    }),
    { numRuns: 60 },
  );
});
