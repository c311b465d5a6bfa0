import { describe, expect, test } from 'vitest';
import { confidencesOf } from '../../src/memory/rank/confidence.ts';
import { readMessage } from '../../src/memory/rank/reading.ts';
import { analyzeText } from '../../src/memory/text/analyze.ts';
import { pose, withReplies } from './answerable.ts';
import { chooseRelevance, fitConfidence, judge, outcomeOf } from './confidence.ts';
import type { Labelled } from './data.ts';
import { confidenceModule, confidenceTable } from './report.ts';

const colours = ['red', 'blue', 'green', 'yellow', 'violet', 'orange'];

function memory(file: string, thing: string): Labelled {
  const stored = (id: string, role: 'user' | 'assistant', text: string): Labelled['messages'][number] => ({
    ...{ id, conversation: 'c', role, text, vector: null },
    ...{ createdAt: new Date('2024-03-01'), analyzed: analyzeText(text), reading: readMessage(text) },
  });
  return {
    file,
    source: 'toy',
    messages: colours.flatMap((colour, i) => [
      stored(`${i}a`, 'user', `I painted ${thing} number ${i} in ${colour}.`),
      stored(`${i}b`, 'assistant', 'Lovely.'),
    ]),
    questions: colours.map((colour, i) => ({
      question: `Which ${thing} did I paint ${colour}?`,
      vector: null,
      evidence: new Set([`${i}a`]),
    })),
  };
}

const toys = [memory('rooms', 'room'), memory('boats', 'boat')];
const judged = pose(toys).map((posed) => judge(posed));

describe('questions that a memory cannot answer', () => {
  test('weigh as much as those it can', () => {
    const sum = (answerable: boolean) =>
      judged.filter((one) => one.answerable === answerable).reduce((total, { weight }) => total + weight, 0);
    expect(sum(false)).toBeCloseTo(sum(true));
  });

  test('find no evidence: it is gone, alone or with the reply, or the memory is somebody else’s', () => {
    const vain = pose(toys).filter(({ answerable }) => !answerable);
    for (const { asked } of vain) expect(asked.evidence.size).toBe(0);
    expect(new Set(vain.slice(0, 6).map(({ memory: of }) => of.messages.length))).toEqual(
      new Set([10, 11, 12]),
    );
  });

  test('the reply to the evidence is the next of its conversation', () => {
    const lines = ['a', 'b', 'c', 'd'].map((id, i) => ({ id, conversation: i === 1 ? 'other' : 'one' }));
    expect(withReplies({ messages: lines }, new Set(['a']))).toEqual(new Set(['a', 'c']));
    const alone = [
      { id: 'a', conversation: null },
      { id: 'b', conversation: null },
    ];
    expect(withReplies({ messages: alone }, new Set(['a']))).toEqual(new Set(['a']));
  });
});

describe('the fit of confidence', () => {
  const confidence = fitConfidence(judged);

  test('tells evidence from the rest, and never pays for a worse score', () => {
    const mean = (wanted: boolean) => {
      const all = judged.flatMap((one) =>
        confidencesOf(one.inputs, confidence).filter((_, i) => one.isEvidence[i] === wanted),
      );
      return all.reduce((sum, value) => sum + value, 0) / all.length;
    };
    expect(mean(true)).toBeGreaterThan(3 * mean(false));
    for (const name of ['margin', 'share']) expect(confidence.weights[name]).toBeGreaterThanOrEqual(0);
  });

  test('its limits keep the share of evidence they are to keep', async () => {
    const limits = await chooseRelevance(judged, confidence, 0.9);
    const outcomes = await Promise.all(judged.map((one) => outcomeOf(one, confidence, limits)));
    const sum = (of: 'all' | 'relevant') => outcomes.reduce((total, { evidence }) => total + evidence[of], 0);
    expect(sum('relevant')).toBeGreaterThan(0.85 * sum('all'));
    expect(confidenceTable(outcomes.map((one) => ({ ...one, source: 'toy' })))).toContain('toy');
  });
});

test('writes what recall imports', () => {
  const text = confidenceModule(
    { bias: -1.23456, weights: { margin: 0.5, size: 0.00001 } },
    { best: 0.02, each: 0.005 },
    'a toy',
  );
  expect(text).toContain('bias: -1.235,');
  expect(text).toContain('margin: 0.5,');
  expect(text).not.toContain('size');
  expect(text).toContain('{ best: 0.02, each: 0.005 }');
});
