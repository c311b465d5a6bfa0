import { describe, expect, it } from 'vitest';
import type { Application } from '../../../api/schema.d.ts';
import { byStage, withMoves } from './moves.ts';

const application = (id: string, stage: Application['stage'], at: string): Application =>
  ({
    id,
    stage,
    revision: 1,
    created_at: at,
    timeline: [{ at, by: 'person', kind: 'created', from: null, to: stage, note: null }],
  }) as unknown as Application;

const one = application('one', 'saved', '2026-03-01T00:00:00.000Z');
const two = application('two', 'saved', '2026-03-02T00:00:00.000Z');
const move = { stage: 'applied', at: '2026-03-03T00:00:00.000Z', revision: 1 } as const;

describe('moves on the board', () => {
  it('show at once, until a newer revision says how it is', () => {
    const [first, second] = withMoves([one, two], { one: move });
    expect(first).toMatchObject({ stage: 'applied', revision: 1 });
    expect(first!.timeline.at(-1)).toMatchObject({ from: 'saved', to: 'applied' });
    expect(second).toBe(two);
    const newer = { ...one, revision: 2 };
    expect(withMoves([newer], { one: move })[0]).toBe(newer);
  });

  it('put what came last first', () => {
    expect(byStage([one, two]).saved.map(({ id }) => id)).toEqual(['two', 'one']);
    const columns = byStage(withMoves([one, two], { one: move }));
    expect(columns.applied.map(({ id }) => id)).toEqual(['one']);
    expect(columns.ghosted).toEqual([]);
  });
});
