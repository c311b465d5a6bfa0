import { assemble, type Block, block, type Piece } from '../assemble.ts';
import { countWords, type Evidence, type Source } from '../letter.ts';
import type { LetterCv, Materials } from '../materials.ts';
import { backgroundOf } from './background.ts';
import { cvSource } from './cv-lines.ts';
import type { Answered, Pair } from './demands.ts';
import { greetingOf, openingOf, subjectOf } from './frame.ts';
import type { Said } from './motivation.ts';
import { type Phrases, phrases } from './phrases.ts';
import { pointsOf } from './points.ts';
import { quoted } from './words.ts';

/** What a reader expects of a letter on one page, in words. */
export const LENGTH = { min: 180, max: 350 } as const;

interface Parts {
  materials: Pick<Materials, 'cv' | 'job' | 'tone'>;
  answered: Answered;
  motivation: Said | null;
}

/**
 * A letter put together from what is there: quotations of the CV next to what the posting asks, the stations by their
 * dates, and places in brackets for what only the person can say. Longer or shorter by what there is to quote, within
 * LENGTH.
 */
export function offlineDraft(parts: Parts): { text: string; evidence: Evidence[] } {
  const { materials, answered } = parts;
  let pairs = answered.pairs;
  let stations = 3;
  let fillers = 0;
  for (let round = 0; round < 12; round++) {
    const letter = assemble(blocksOf(parts, pairs, stations, fillers));
    const words = countWords(letter.text);
    if (words > LENGTH.max && pairs.length > 2) pairs = pairs.slice(0, -1);
    else if (words > LENGTH.max && stations > 1) stations--;
    else if (words > LENGTH.max && pairs.length > 1) pairs = pairs.slice(0, -1);
    else if (words < LENGTH.min && fillers < fillersFor(materials.job.company_name).length) fillers++;
    else return letter;
  }
  return assemble(blocksOf(parts, pairs, stations, fillers));
}

function blocksOf(
  { materials, answered, motivation }: Parts,
  pairs: readonly Pair[],
  stations: number,
  fillers: number,
): Block[] {
  const { cv, job, tone } = materials;
  const words = phrases[tone];
  const points = pointsOf(pairs, answered.skillLines, cv, words);
  return [
    block(subjectOf(job)),
    block(greetingOf(job, words)),
    block(...openingOf(job, words)),
    ...(points.length > 0 ? [block(words.lead()), ...points] : []),
    ...(pairs.length > 0 ? [] : [block(NO_PAIR)]),
    ...backgroundOf(cv, words, stations),
    block(...motivationOf(motivation, job.company_name, words)),
    ...fillersFor(job.company_name)
      .slice(0, fillers)
      .map((text) => block(text)),
    ...asksForTerms(job.text),
    block(words.closing),
    block(words.signOff),
    ...signature(cv),
  ];
}

const NO_PAIR =
  '[No deed in your CV could be matched to this posting by its words. Name two or three of its requirements here, and for each of them what you have done that proves it: where, with what, and what came of it.]';

function motivationOf(said: Said | null, company: string | null, words: Phrases): (Piece | string)[] {
  const where = company ?? 'this employer';
  if (!said) {
    return [
      `[Your motivation, in two or three sentences of your own: what draws you to ${where} and to this work, and what you would like to do there. Nothing that you have said so far could be quoted here.]`,
    ];
  }
  const text = words.motivation(`${quoted(said.text)}.`);
  const source: Source = { kind: 'memory', quote: said.text, message_id: said.message_id, date: said.date };
  return [
    { text, sources: [source] },
    `[You said this on ${said.date.slice(0, 10)}: keep it, reword it or leave it out, and add what draws you to ${where}.]`,
  ];
}

/** Asked of the person where the CV gives too little for a letter. */
const fillersFor = (company: string | null): string[] => [
  '[One example more: a task like those of the posting that you have done, where and when that was, what you did yourself, and what came of it. A figure helps, where you have one.]',
  `[What you would bring to ${company ?? 'this employer'} that a CV does not show: how you work with others, what people come to you for, or what you have learned outside of a job. Two sentences are enough.]`,
  '[What speaks for you in practice: where you live or can travel, which shifts or hours you can work, licences that you hold, and from when you are free. Leave out what does not matter for this job.]',
];

/** A posting that asks for terms wants them in the letter; only the person knows them. */
function asksForTerms(posting: string): Block[] {
  const asked = [
    /\b(?:salary|pay|rate|compensation) (?:expectations?|requirements?)\b|\b(?:expected|desired) salary\b/i.test(
      posting,
    ) && 'your salary expectation',
    /\bnotice period\b|\b(?:earliest|possible|desired) (?:start(?:ing)? date|date of entry)\b/i.test(
      posting,
    ) && 'your earliest starting date',
  ].filter(Boolean);
  return asked.length > 0 ? [block(`[The posting asks for ${asked.join(' and ')}: add it here.]`)] : [];
}

function signature(cv: LetterCv): Block[] {
  const { basics } = cv.resume;
  const contacts = [basics?.email, basics?.phone].filter(Boolean).join(' · ');
  const name: Piece = basics?.name
    ? { text: basics.name, sources: [cvSource(cv, '/basics/name', basics.name)] }
    : { text: '[Your name]' };
  return [
    { pieces: [name], tight: true },
    ...(contacts ? [{ pieces: [{ text: contacts }], tight: true }] : []),
  ];
}
