import { expect, test } from 'vitest';
import { measure } from './promises.ts';

test('what is read as a promise is one, most are read, and none is called kept that is not', () => {
  const { sentences, promises, found, wrong, dayRight, dayOf, kept } = measure();
  expect(sentences).toBeGreaterThanOrEqual(80);
  expect(found / (found + wrong)).toBeGreaterThanOrEqual(0.97);
  expect(found / promises).toBeGreaterThanOrEqual(0.85);
  expect(dayRight / dayOf).toBeGreaterThanOrEqual(0.97);
  expect(kept.wronglyKept).toBe(0);
  expect(kept.right / kept.pairs).toBeGreaterThanOrEqual(0.95);
});
