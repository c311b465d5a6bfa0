import { expect, test } from 'vitest';
import { interleave, percentile } from '../measure.ts';
import { arrivals, messageAt, population, questionAt } from './corpus.ts';
import { dot, subjectsPerTopic, topics, vectorOf } from './vectors.ts';
import { subjectName, subjectOf } from './words.ts';

test('a text names its subject, and its vector follows from that', () => {
  for (const subject of [0, 1, 77, topics * subjectsPerTopic - 1]) {
    expect(subjectOf(`About ${subjectName(subject)}: the of and.`)).toBe(subject);
    expect(subjectOf(`About ${subjectName(subject)}, what was said of it?`)).toBe(subject);
  }
  expect(subjectOf('interview')).toBeNull();
  const about = (subject: number, rest: string) => vectorOf(`About ${subjectName(subject)}: ${rest}.`);
  const one = about(81, 'one');
  expect(dot(one, one)).toBeCloseTo(1, 5);
  expect(dot(one, about(81, 'two'))).toBeGreaterThan(0.6);
  expect(dot(one, about(82, 'two'))).toBeGreaterThan(0.4);
  expect(dot(one, about(82, 'two'))).toBeLessThan(0.6);
  expect(dot(one, about(5_000, 'two'))).toBeLessThan(0.3);
});

test('everybody has as many messages as was asked for, each once and always the same', () => {
  const { measured, others } = population([100, 250], 5_000);
  const all = [...arrivals([...measured, ...others], 300)].flat();
  expect(all.length).toBe(5_000);
  expect(new Set(all.map(({ id }) => id)).size).toBe(5_000);
  expect(all.filter(({ user }) => user === measured[1]!.id).length).toBe(250);
  expect(messageAt(measured[0]!, 7)).toEqual(messageAt(measured[0]!, 7));
  expect(subjectOf(questionAt(measured[0]!, 3))).not.toBeNull();
});

test('arms are asked in turns, a slow one less often but over the whole run', async () => {
  const asked: string[] = [];
  const arm = (name: string, delayMs: number) => ({
    name,
    mayBeSlow: delayMs > 0,
    async ask(question: number) {
      if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
      asked.push(`${name}${question}`);
      return [];
    },
  });
  const [slow, fast] = await interleave([arm('slow', 20), arm('fast', 0)], {
    questions: 10,
    fewest: 5,
    budgetMs: 1,
  });
  expect(slow!.times.length).toBe(5);
  expect(fast!.times.length).toBe(10);
  expect([...slow!.found.keys()]).toEqual([1, 3, 5, 7, 9]);
  expect(asked.slice(-3)).toEqual(['fast8', 'slow9', 'fast9']);
  expect(percentile([4, 1, 3, 2], 0.5)).toBe(2);
});
