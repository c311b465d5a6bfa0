import { expect, test } from 'vitest';
import { labelClusters } from '../../clustering/index.ts';
import { place } from './groups.ts';
import { plainTitle } from './plain-title.ts';
import { readText } from './reading.ts';

const k = 3;
const others = ['Can I get a visa?', 'Who pays for a visa?', 'How long does a visa take?'];

/** The title of what these people ask, beside others who ask about visas; `says`: what they say when it is shown. */
function titleOf(questions: readonly string[], says: readonly string[] = questions): string {
  const said = (texts: readonly string[]) =>
    texts.map((text, i) => ({ owner: `p${i}`, words: readText(text).words }));
  const [label] = labelClusters([said(questions), said(others)], { minPeople: k });
  const one = { rows: 1, columns: 1, data: Float32Array.of(1) };
  const peopleOfBit = Array.from({ length: 16 }, () => 0);
  for (const text of says) {
    const [{ bits } = { bits: 0 }] = place(one, [readText(text).words], {
      centroids: one,
      floors: [0],
      labels: [label!],
    });
    peopleOfBit.forEach((_, bit) => {
      if (bits & (1 << bit)) peopleOfBit[bit]!++;
    });
  }
  return plainTitle({ ...label!, title: null }, { peopleOfBit } as Parameters<typeof plainTitle>[1], k);
}

test('a title is what people say beside each other, before the words alone', () => {
  expect(
    titleOf([
      'What should I ask at the end of the interview?',
      'Which questions do I ask at the end of the interview?',
      'At the end of the interview they want me to ask something: what?',
    ]),
  ).toBe('end of the interview');
  expect(
    titleOf([
      'Can I shorten my notice period?',
      'Is a notice period of three months usual?',
      'Who can waive the notice period for me?',
    ]),
  ).toBe('notice period');
});

test('words that are said of everything name nothing, unless there is no other', () => {
  expect(
    titleOf([
      'Is a private clinic a good job?',
      'Job at a private clinic?',
      'Private clinic as my first job?',
    ]),
  ).toBe('private clinic');
  expect(titleOf(['Is this job good?', 'What makes a job good?', 'Which job is good?'])).toBe('good, job');
});

test('what fewer than k people say in the same words is not told so, and what fewer say now is not told at all', () => {
  const questions = ['My notice period?', 'The notice period?', 'Period of notice, what is usual?'];
  expect(titleOf(questions)).toBe('notice, period');
  const three = ['My notice period?', 'The notice period?', 'Which notice period?'];
  expect(titleOf(three, three.slice(1))).toBe('Questions without a word in common');
});

test('a phrase does not go on beyond a comma, a number or the end of a sentence', () => {
  const runs = (text: string) => readText(text).words.map(({ surface, before }) => [surface, before]);
  expect(runs('About the salary, notice of the bank. Period')).toEqual([
    ['salary', null],
    ['notice', null],
    ['bank', 'of the'],
    ['period', null],
  ]);
  expect(runs('salary 85000 bank')).toEqual([
    ['salary', null],
    ['bank', null],
  ]);
});
