import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aggregate, bandOf, rangeOf } from './aggregate.ts';
import type { ProfileFeatures } from './features.ts';
import { likeness } from './likeness.ts';
import { channelOf, channels, familiesOf } from './words.ts';

const reached = fc.option(fc.record({ interview: fc.boolean(), offer: fc.boolean() }));
const person: fc.Arbitrary<ProfileFeatures> = fc.record({
  version: fc.constant(1 as const),
  families: fc.constant(['software']),
  seniority: fc.constant([]),
  skills: fc.constant([]),
  reached,
  by_channel: fc
    .array(
      fc.record({
        channel: fc.constantFrom(...channels),
        reached: fc.constant({ interview: true, offer: false }),
      }),
    )
    .map((all) => Object.fromEntries(all.map((one) => [one.channel, one.reached]))),
  by_strategy: fc.constant({}),
  helpful: fc.uniqueArray(fc.constantFrom('cv', 'negotiation', 'offers')),
});

test('nothing is told that is made of fewer than k people', () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 30 }), fc.integer({ min: 3, max: 12 }), (group, k) => {
      const { worked, helpful_topics } = aggregate(group, k);
      for (const { kind, name } of worked) {
        const made = group.filter((one) =>
          kind === 'all' ? one.reached : one.by_channel[name as (typeof channels)[number]],
        );
        expect(made.length).toBeGreaterThanOrEqual(k);
      }
      for (const { topic } of helpful_topics)
        expect(group.filter(({ helpful }) => helpful.includes(topic)).length).toBeGreaterThanOrEqual(k);
    }),
  );
});

test('within a range, one person more or less is not to be seen in the number', () => {
  expect([5, 6, 9, 10, 19, 20, 499, 500, 9_000].map((count) => rangeOf(count, 5))).toEqual([
    '5 to 9',
    '5 to 9',
    '5 to 9',
    '10 to 19',
    '10 to 19',
    '20 to 49',
    '200 to 499',
    '500 or more',
    '500 or more',
  ]);
  expect(rangeOf(12, 12)).toBe('12 to 19');
  expect([0, 0.24, 0.25, 0.5, 0.75, 1].map(bandOf)).toEqual([
    'under_a_quarter',
    'under_a_quarter',
    'a_quarter_to_half',
    'half_to_three_quarters',
    'over_three_quarters',
    'over_three_quarters',
  ]);
});

test('people are alike by what both have, and vectors of two engines are not compared', () => {
  const none = {
    version: 1 as const,
    seniority: [],
    skills: [],
    reached: null,
    by_channel: {},
    by_strategy: {},
    helpful: [],
  };
  const software = { engine: 'a', vector: [1, 0], features: { ...none, families: ['software'] } };
  expect(likeness(software, software)).toBeCloseTo(1);
  expect(likeness(software, { ...software, vector: [0, 1] })).toBeCloseTo(3 / 7);
  expect(likeness(software, { ...software, engine: 'b', vector: [0, 1] })).toBeCloseTo(1);
  expect(likeness({ ...software, features: { ...none, families: [] } }, { ...software, engine: 'b' })).toBe(
    0,
  );
});

test('what people type becomes a word of the lists or nothing', () => {
  expect(['my friend Ada', 'LinkedIn Jobs', 'Indeed', 'their website', 'Acme secret'].map(channelOf)).toEqual(
    ['referral', 'linkedin', 'job_board', 'company_site', null],
  );
  expect(
    familiesOf(['Senior Backend Engineer (Acme)', 'Registered Nurse', 'Data Scientist', 'Wizard']),
  ).toEqual(['data', 'health', 'software']);
});
