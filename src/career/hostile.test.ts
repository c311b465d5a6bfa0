import { expect, test } from 'vitest';
import { askedFact, checkStatement, readFacts } from './facts/index.ts';
import { readDone, readDue, readPromises } from './promises/index.ts';

/*
 * Whatever people write is read by expressions. None of them may take its time over a text that was written for that: long
 * runs of what one of them repeats, with an end that none of them wants. Time is the processor's, so that a busy machine
 * fails nothing.
 */

const said = new Date('2026-03-15T10:00:00Z');
const units =
  '*|\n|\t|, |. |“|«|‘|"|`|[|![|A: |- |and |so |I |I will |I moved to |my salary is |5,000,|if |sorry, |well, |before |by friday |this |coming |I told a b c |remind me to |and then |dear |where did i live |January |e.g. | , I will send, |\u2024|> '.split(
    '|',
  );
const heads = ['', 'I will send '];
const texts = (length: number) =>
  units.flatMap((unit) =>
    heads.map((head) => `${head}${unit.repeat(Math.ceil(length / unit.length)).slice(0, length)} x!`),
  );
/** Many sentences that are just short enough to be read. */
const sentences = (length: number) =>
  units.map((unit) =>
    `I will ${unit
      .replace('\n', ' ')
      .repeat(Math.ceil(550 / unit.length))
      .slice(0, 550)} x.\n`
      .repeat(Math.ceil(length / 560))
      .slice(0, length),
  );

function processorMs(run: () => unknown): number {
  let least = Infinity;
  for (let i = 0; i < 3 && least > 20; i++) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}

const claimed = (text: string) =>
  ({ kind: 'location', value: text, change: 'state', evidence: text, from: text, to: text }) as const;

test.each([
  ['readFacts', (text: string) => readFacts(text, said), [...texts(7_900), ...sentences(7_900)]],
  ['askedFact', askedFact, texts(20_000)],
  ['checkStatement', (text: string) => checkStatement(claimed(text), text, said), texts(20_000)],
  ['readPromises', (text: string) => readPromises(text, said), [...texts(3_900), ...sentences(3_900)]],
  ['readDone', readDone, [...texts(3_900), ...sentences(3_900)]],
  ['readDue', (text: string) => readDue(text, said), texts(20_000)],
] as const)('%s takes no time over what is made to be slow', (_name, read, hostile) => {
  read('I live in Berlin, and I will send it by Friday.');
  for (const text of hostile) {
    const ms = processorMs(() => read(text));
    expect([text.slice(0, 40), text.length, ms < 50 ? 'quick' : ms]).toEqual([
      text.slice(0, 40),
      text.length,
      'quick',
    ]);
  }
});
