import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Kept, readFacts, settle } from './index.ts';

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
      ago: fc.option(fc.integer({ min: 0, max: 4000 })),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(facts, (given) => {
      const kept = given.map(({ day, value, change, ago }) => {
        const named = ago === null ? null : new Date(Date.UTC(2025, 0, 1 + day - ago));
        const isOver = change === 'past' || change === 'end';
        return {
          ...on('2025-01-01', value, { change, [isOver ? 'to' : 'from']: named }),
          saidAt: new Date(Date.UTC(2025, 0, 1 + day)),
        };
      });
      const standings = settle(kept);
      expect(settle(kept.toReversed())).toEqual(new Map([...standings]));
      for (const { validFrom, validTo } of standings.values())
        if (validTo) expect(validTo.getTime()).toBeGreaterThanOrEqual(validFrom.getTime());
    }),
    { numRuns: 60 },
  );
});

/** What is so of a kind after messages that were said on days; the last on the 15th of June 2026, those without a day before it. */
function after(kind: Kept['kind'], ...messages: string[]): { so: string[]; all: string[] } {
  const kept = messages.flatMap((given, i): Kept[] => {
    const [, day, text] = /^(?:(\d{4}-\d\d-\d\d) )?(.*)$/.exec(given)!;
    const saidAt = new Date(`${day ?? `2026-06-${15 - messages.length + i + 1}`}T10:00:00Z`);
    return readFacts(text!, saidAt)
      .filter((fact) => fact.kind === kind)
      .map((fact, at) => ({ id: `${i}-${at}`, saidAt, replaces: null, ...fact }));
  });
  const standings = settle(kept);
  const month = (date: Date) => date.toISOString().slice(0, 7);
  return {
    so: so(kept),
    all: kept
      .filter(({ id, value }) => value !== '' && standings.get(id)!.ended !== 'repeat')
      .map(({ id, value }) => {
        const { validFrom, validTo } = standings.get(id)!;
        return `${value} ${month(validFrom)}..${validTo ? month(validTo) : ''}`;
      }),
  };
}

describe('a story of the past leaves alone what is so', () => {
  test.each([
    ['location', 'I live in Berlin.', 'I moved to Hamburg in 2015 to study.', 'Berlin'],
    ['location', 'I live in Berlin.', 'When I was 20 I moved to Lyon.', 'Berlin'],
    ['location', 'I live in Lyon.', 'I moved to Lyon as a child.', 'Lyon'],
    ['location', 'I live in Berlin.', 'I lived in Berlin in 2015.', 'Berlin'],
    ['location', '2024-02-01 I live in Berlin.', 'I moved to Hamburg in 2015.', 'Berlin'],
    ['employer', 'I work at SAP.', 'I joined Siemens in 2008 as a trainee.', 'SAP'],
    ['employer', 'I work at SAP.', 'I was laid off from Nokia in 2013.', 'SAP'],
    ['employer', 'I work at SAP.', 'I lost my job in 2009 during the crisis.', 'SAP'],
    ['employer', 'I work at SAP.', 'I left SAP in 2013.', 'SAP'],
    ['role', 'I work as a data scientist at SAP.', 'I quit my job in 2015 to travel.', 'data scientist'],
    ['role', 'I am a data scientist.', 'I joined Siemens in 2008 as a trainee.', 'data scientist'],
    ['salary_current', 'I earn 60k.', 'I got a raise to 40k in 2015.', '60000 per year'],
  ] as const)('%s: %s %s', (kind, first, second, value) => {
    expect(after(kind, first, second).so).toEqual([value]);
  });

  test('and stands in the history, until what is so began', () => {
    expect(after('location', 'I live in Berlin since 2019.', 'I moved to Hamburg in 2015.').all).toEqual([
      'Berlin 2019-01..',
      'Hamburg 2015-01..2019-01',
    ]);
    expect(
      after(
        'role',
        'I am a data scientist.',
        'In 2012 I became a teacher, and in 2018 I retrained as a data scientist.',
      ).all,
    ).toEqual(['data scientist 2018-01..', 'teacher 2012-01..2018-01']);
    expect(after('location', 'I live in Berlin. I moved to Hamburg in 2015.').so).toEqual(['Berlin']);
  });

  test.each([
    ['location', '2024-06-15 I live in Berlin.', 'I moved to Lyon last month.', 'Lyon'],
    ['location', 'I live in Berlin.', 'I moved to Lyon last month.', 'Lyon'],
    ['location', 'I live in Berlin.', 'I moved to Lyon in March.', 'Lyon'],
    ['location', '2026-11-23 I live in Berlin.', '2026-11-23 I moved to Lyon in March.', 'Lyon'],
    ['location', 'I moved to Berlin in 2019.', 'I moved to Lyon in 2022.', 'Lyon'],
    ['employer', 'I work at SAP.', 'I left SAP in March.', undefined],
    ['employer', 'I work at SAP.', 'I quit my job last week.', undefined],
    ['employer', 'I work at SAP. I quit my job last week.', '', undefined],
    ['employer', 'I lost my job in March and I joined Siemens in May.', '', 'Siemens'],
    ['employer', 'I quit my job and I joined Siemens.', '', 'Siemens'],
  ] as const)('what was told late changes it, %s: %s %s', (kind, first, second, value) => {
    expect(after(kind, first, second).so).toEqual(value ? [value] : []);
  });

  test('where nobody can tell, both stay and are asked about', () => {
    for (const [first, second] of [
      ['I live in Berlin.', 'I moved to Lyon last year.'],
      ['I live in Berlin.', 'I have been living in Lyon since 2015.'],
      ['I live in Berlin.', 'I live in New York.'],
    ] as const)
      expect(after('location', first, second).so).toHaveLength(2);
  });

  test('what is said again counts from then', () => {
    const [first, again] = ['2024-01-01 I live in Berlin.', '2026-06-01 I live in Berlin.'];
    expect(after('location', first, again, 'I live in Lyon.').so).toEqual(['Berlin', 'Lyon']);
    expect(after('location', first, again, 'I moved to Lyon in 2024.').so).toEqual(['Berlin']);
    expect(after('location', first, 'I moved to Lyon in 2024.').so).toEqual(['Lyon']);
  });
});

test('what the person puts into the profile is so, however old its date', () => {
  const berlin = on('2026-06-14', 'Berlin');
  const oslo = on('2026-06-15', 'Oslo', { change: 'change', from: new Date('2015-01-01') });
  expect(so([berlin, oslo])).toEqual(['Berlin']);
  expect(so([berlin, { ...oslo, inProfile: true }])).toEqual(['Oslo']);
});

test.each([
  [
    'constraint',
    'I need visa sponsorship.',
    'I got my permanent residency last week!',
    ['permanent residency'],
  ],
  [
    'constraint',
    'My notice period is 3 months.',
    'My notice period is now only 1 month.',
    ['notice period of 1 month'],
  ],
  ['salary_current', 'I earn 52k a year.', 'I earn 60k, not 52k as I said before.', ['60000 per year']],
  ['salary_target', 'I want at least 60k.', 'Actually I want 70k.', ['70000 per year']],
  ['target_role', 'I want to become a nurse.', 'I no longer want to become a nurse.', []],
  ['skill', 'I use Java.', 'I no longer use Java.', []],
  ['role', 'I am a nurse.', 'I stopped being a nurse in May.', []],
  ['location', 'I live in Berlin.', 'I moved to Amazon in May.', ['Berlin']],
] as const)('%s: %s %s', (kind, first, second, values) => {
  expect(after(kind, first, second).so).toEqual(values);
});
