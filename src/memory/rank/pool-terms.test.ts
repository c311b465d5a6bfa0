import { describe, expect, test } from 'vitest';
import { ordinariness, poolTerms } from './pool-terms.ts';
import { readMessage } from './reading.ts';

const of = (...texts: string[]) => poolTerms(texts.map((text) => readMessage(text)));

describe('the terms of a pool', () => {
  test('are numbered once each, with how many messages hold them', () => {
    const { of: terms, frequency } = of('Bread and butter', 'Butter, butter, jam');
    expect(terms.map((own) => [...own])).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect([...frequency]).toEqual([1, 2, 1]);
  });

  test('what everybody says is ordinary, what was said once is not', () => {
    const [usual, again, rare, silent] = ordinariness(
      of('Check my resume', 'Check my resume with Barbara', 'Grandmother collects barometers', '!'),
    );
    expect(usual).toBeGreaterThan(again!);
    expect(again).toBeGreaterThan(rare!);
    expect(silent).toBe(0);
  });

  test('is measured against the pool: the mean is nothing', () => {
    const values = ordinariness(of('one cat', 'one dog', 'a bird sings', 'the cat sleeps'));
    expect(values.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 12);
    expect([...ordinariness(of())]).toEqual([]);
  });
});
