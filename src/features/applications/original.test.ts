import { expect, test } from 'vitest';
import type { DateISO } from '../../kernel/clock.ts';
import { type OriginalColumns, unwrittenEvents } from './original.ts';

const created = '2024-01-01T00:00:00.000Z' as DateISO;
const reviewed = '2024-01-03T00:00:00.000Z' as DateISO;
const interview = '2024-01-07T00:00:00.000Z' as DateISO;
const updated = '2024-01-09T00:00:00.000Z' as DateISO;

const row = (parts: Partial<OriginalColumns>): OriginalColumns => ({
  stage: null,
  status: 'SUBMITTED',
  created_at: created,
  updated_at: updated,
  reviewed_at: null,
  interview_scheduled_at: null,
  ...parts,
});
const told = (parts: Partial<OriginalColumns>) =>
  unwrittenEvents(row(parts), []).map(({ kind, to, at }) => [kind, to, at]);

test('a status becomes the way to it, with the dates there are', () => {
  expect(told({})).toEqual([['created', 'applied', created]]);
  expect(told({ status: 'SCREENING', reviewed_at: reviewed })).toEqual([
    ['created', 'applied', created],
    ['stage', 'screening', reviewed],
  ]);
  expect(told({ status: 'OFFERED', reviewed_at: reviewed, interview_scheduled_at: interview })).toEqual([
    ['created', 'applied', created],
    ['stage', 'screening', reviewed],
    ['stage', 'interview', interview],
    ['interview', null, interview],
    ['stage', 'offer', updated],
  ]);
  expect(told({ status: 'WITHDRAWN' })).toEqual([
    ['created', 'applied', created],
    ['stage', 'withdrawn', updated],
  ]);
});

test('a refusal tells no steps that nothing shows', () => {
  expect(told({ status: 'REJECTED', reviewed_at: reviewed })).toEqual([
    ['created', 'applied', created],
    ['reviewed', null, reviewed],
    ['stage', 'rejected', updated],
  ]);
  const future = '2024-02-01T00:00:00.000Z' as DateISO;
  expect(told({ status: 'REJECTED', interview_scheduled_at: future })).toEqual([
    ['created', 'applied', created],
    ['interview', null, future],
    ['stage', 'rejected', updated],
  ]);
});

test('after a history of ours only a move of the other backend is added', () => {
  const stored = [{ at: created, by: 'person', kind: 'created', from: null, to: 'ghosted', note: null }];
  expect(unwrittenEvents(row({ stage: 'ghosted', status: 'SUBMITTED' }), stored)).toEqual([]);
  expect(unwrittenEvents(row({ stage: 'ghosted', status: 'REJECTED' }), stored)).toEqual([
    { at: updated, by: 'original', kind: 'stage', from: 'ghosted', to: 'rejected', note: null },
  ]);
});
