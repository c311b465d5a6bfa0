import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auroc, type Confident, calibrationError, summariseConfidence } from './confidence-measures.ts';
import { judge } from './confidence-run.ts';

describe('auroc', () => {
  test('counts by hand: of six pairs four are in order, one is equal', () => {
    expect(auroc([0.9, 0.5], [0.6, 0.5, 0.1])).toBeCloseTo((3 + 1.5) / 6);
  });

  test('one without the other tells nothing', () => {
    expect([auroc([], [0.1]), auroc([0.1], [])]).toEqual([null, null]);
  });

  test('is what counting every pair gives', () => {
    const values = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(values, values, (yes, no) => {
        let above = 0;
        for (const a of yes) for (const b of no) above += a > b ? 1 : a === b ? 0.5 : 0;
        expect(auroc(yes, no)).toBeCloseTo(above / (yes.length * no.length));
      }),
    );
  });
});

describe('calibrationError', () => {
  const said = (confidence: number, of: boolean[]) => of.map((isTrue) => ({ confidence, isTrue }));

  test('counts by hand: four said at 0.75 of which half are so, four at 0.25 of which one is', () => {
    const all = [...said(0.75, [true, true, false, false]), ...said(0.25, [true, false, false, false])];
    expect(calibrationError(all)).toBeCloseTo(0.125);
  });

  test('certainty has a bin, and nothing is no error', () => {
    expect(calibrationError(said(1, [true, true]))).toBe(0);
    expect(calibrationError([])).toBe(0);
  });
});

test('a summary keeps the two kinds of question apart', () => {
  const one = (answerable: boolean, confidence: number, relevant: number): Confident => ({
    answerable,
    results: [{ confidence, isTrue: answerable }],
    tokens: { all: 100, relevant },
    evidence: { all: answerable ? 2 : 0, relevant: answerable ? relevant / 50 : 0 },
  });
  const summary = summariseConfidence([
    one(true, 0.9, 100),
    one(true, 0.4, 50),
    one(false, 0.5, 60),
    one(false, 0.1, 0),
  ]);
  expect(summary).toMatchObject({
    answerable: 2,
    unanswerable: 2,
    auroc: 0.75,
    silent: 0.5,
    evidenceKept: 0.75,
  });
  expect(summary.leftOut).toBeCloseTo(0.7);
});

test('a question is judged by its context with and without the limits', async () => {
  const message = (name: string, confidence: number) => ({
    ...{ id: name, message_id: name, text: `What ${name} said.`, role: 'user' as const },
    ...{ conversation_id: null, context_type: null, metadata: null, score: confidence, confidence },
    created_at: '2024-03-01T10:00:00.000Z' as never,
  });
  const results = [message('a', 0.5), message('b', 0.2), message('c', 0.01)];
  const judged = await judge({ results, mode: 'hybrid' }, new Set(['a', 'c']), true, {
    best: 0.3,
    each: 0.1,
  });
  expect(judged.evidence).toEqual({ all: 2, relevant: 1 });
  expect(judged.tokens.relevant).toBeLessThan(judged.tokens.all);
  const silent = await judge({ results, mode: 'hybrid' }, new Set(), false, { best: 0.6, each: 0.1 });
  expect(silent.tokens.relevant).toBe(0);
});
