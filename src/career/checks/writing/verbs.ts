import type { CvFacts, Statement } from '../facts.ts';
import { brief, count, failed, notAssessed, passed } from '../outcome.ts';
import { sources } from '../sources.ts';
import type { Check, Outcome } from '../types.ts';
import { holdsAmount } from '../words/amounts.ts';
import { weakOpeners } from '../words/phrases.ts';
import { nounToo, type Tense, verbForm } from '../words/verbs.ts';
import { bulletsOf, finding } from './bullets.ts';

const FEWEST = 3;
const tooFew: Outcome = notAssessed('fewer than three bullets were found');
const otherLanguage: Outcome = notAssessed('verbs are known in English only');

interface Opening {
  statement: Statement;
  base: string;
  tenses: ReadonlySet<Tense>;
  isNounToo: boolean;
  /** The word after it. */
  next: string;
}

/** The verb that a statement begins with, an adverb or «I» before it; null where it begins with something else. */
export function openingVerb(statement: Statement): Opening | null {
  const { words } = statement;
  const skipped =
    /^(?:i|we|also|then|currently|previously|always|often|and)$/i.test(words[0] ?? '') ||
    /ly$/i.test(words[0] ?? '');
  const k = skipped && !verbForm(words[0]!) ? 1 : 0;
  const word = words[k];
  const form = word === undefined ? null : verbForm(word.replace(/[.,/&].*$/, ''));
  if (!form) return null;
  return { statement, ...form, isNounToo: nounToo.has(form.base), next: words[k + 1] ?? '' };
}

/** A word that takes an object follows: «Support the», «Plan weekly», and not «Support officer». */
const takesObject = (word: string) =>
  /^(?:the|a|an|all|and|our|their|his|her|its|my|new|over|up|with|for|to|\d.*|weekly|daily|monthly|multiple|several|each|every)$/i.test(
    word,
  );

/** Openings whose tense is beyond doubt. */
function surely({ tenses, isNounToo, next }: Opening, tense: 'past' | 'present'): boolean {
  if (tense === 'past') return tenses.has('past') && !tenses.has('present');
  if (tenses.has('past') || tenses.has('gerund')) return false;
  return !isNounToo || takesObject(next);
}

export const verbChecks: Check[] = [
  {
    id: 'verb-starts',
    group: 'writing',
    severity: 'medium',
    title: 'Bullets begin with a verb',
    meaning: 'A verb in the first place says at once what you did: «Trained», «Built», «Cared for».',
    source: sources.harvard,
    run(cv) {
      if (!cv.english) return otherLanguage;
      const bullets = bulletsOf(cv).filter(({ entry }) => entry.kind !== 'projects');
      if (bullets.length < FEWEST) return tooFew;
      const others = bullets.filter(
        (bullet) => !openingVerb(bullet) && !weakOpeners.some((opener) => opener.test(bullet.text)),
      );
      const share = (bullets.length - others.length) / bullets.length;
      const told = `${bullets.length - others.length} of ${bullets.length} bullets begin with a verb.`;
      if (share >= 0.6 || others.length < 2) return passed(told);
      return failed(
        told,
        'Begin each with what you did: «Led», «Cared for», «Loaded», «Taught», «Reduced».',
        others.map((bullet) => finding(bullet)),
      );
    },
  },
  {
    id: 'weak-openers',
    group: 'writing',
    severity: 'medium',
    title: 'No bullet begins with a duty',
    meaning: '«Responsible for» says what was asked of you and not what you did.',
    source: sources.wittenberg,
    run({ statements, english }) {
      if (!english) return otherLanguage;
      if (statements.length === 0) return notAssessed('nothing is said about jobs or projects');
      const weak = statements.filter(({ text }) => weakOpeners.some((opener) => opener.test(text)));
      if (weak.length === 0) return passed('No bullet begins with a duty.');
      return failed(
        `${count(weak.length, 'bullet')} ${weak.length === 1 ? 'begins' : 'begin'} with a duty.`,
        'Begin with the deed: «Responsible for the stock» becomes «Counted and reordered the stock».',
        weak.map((statement) => finding(statement)),
      );
    },
  },
  {
    id: 'repeated-verbs',
    group: 'writing',
    severity: 'low',
    title: 'Bullets do not all begin with the same verb',
    meaning: 'The fifth «Managed» tells less than the first; another verb often names the deed more exactly.',
    source: null,
    run(cv) {
      if (!cv.english) return otherLanguage;
      const openings = bulletsOf(cv).flatMap((bullet) => openingVerb(bullet) ?? []);
      if (openings.length < 6) return notAssessed('fewer than six bullets begin with a verb');
      const byVerb = Map.groupBy(openings, ({ base }) => base);
      const often = [...byVerb].filter(([, list]) => list.length >= 4 && list.length / openings.length > 0.2);
      if (often.length === 0) return passed('Bullets begin with different verbs.');
      return failed(
        `${often.map(([verb, list]) => `«${verb}» begins ${list.length} bullets`).join('; ')}.`,
        'Name more exactly what you did in some of them.',
        often.flatMap(([verb, list]) =>
          list.slice(1).map(({ statement }) => finding(statement, `${verb}: ${brief(statement.text)}`)),
        ),
      );
    },
  },
  {
    id: 'past-tense',
    group: 'writing',
    severity: 'medium',
    title: 'Past jobs are told in the past tense',
    meaning: 'The present tense in a job that is over leaves the reader wondering whether it is.',
    source: sources.wittenberg,
    run({ statements, english }) {
      if (!english) return otherLanguage;
      const past = statements.filter(({ entry }) => entry.kind !== 'projects' && entry.current === false);
      const openings = past.flatMap((statement) => openingVerb(statement) ?? []);
      if (openings.length === 0) return notAssessed('no bullet of a past job begins with a verb');
      const wrong = openings.filter((opening) => surely(opening, 'present'));
      if (wrong.length === 0) return passed('Past jobs are told in the past tense.');
      return failed(
        `${count(wrong.length, 'bullet')} of past jobs ${wrong.length === 1 ? 'is' : 'are'} in the present tense.`,
        'Put them into the past: «Manage» becomes «Managed», «Lead» becomes «Led».',
        wrong.map(({ statement }) => finding(statement)),
      );
    },
  },
  {
    id: 'present-tense',
    group: 'writing',
    severity: 'low',
    title: 'The present job is told as one that goes on',
    meaning:
      'What you do now stands in the present tense; what you have finished there may stand in the past. Duties all in the past sound as if you had left, and forms that change look careless.',
    source: sources.wittenberg,
    run(cv: CvFacts) {
      if (!cv.english) return otherLanguage;
      const now = bulletsOf(cv).filter(({ entry }) => entry.kind === 'work' && entry.current === true);
      const openings = now.flatMap((statement) => openingVerb(statement) ?? []);
      if (openings.length < FEWEST)
        return notAssessed('fewer than three bullets of a present job begin with a verb');
      const third = openings.filter((opening) => opening.tenses.has('third') && surely(opening, 'present'));
      const base = openings.filter((opening) => surely(opening, 'present') && !opening.tenses.has('third'));
      if (third.length > 0 && base.length > 0) {
        const rest = third.length < base.length ? third : base;
        return failed(
          '«Manage» and «Manages» are mixed in the present job.',
          'Use the form without s («Manage») throughout.',
          rest.map(({ statement }) => finding(statement)),
        );
      }
      const finished = openings.filter((opening) => surely(opening, 'past'));
      const results = finished.filter(({ statement }) => holdsAmount(statement.text));
      if (
        finished.length >= 4 &&
        finished.length === openings.length &&
        results.length * 3 < finished.length
      ) {
        return failed(
          'The present job is told wholly in the past, and mostly without results.',
          'Put what you still do into the present tense; leave finished pieces of work in the past.',
          finished.filter((opening) => !results.includes(opening)).map(({ statement }) => finding(statement)),
        );
      }
      return passed('The present job reads as one that goes on.');
    },
  },
  {
    id: 'passive',
    group: 'writing',
    severity: 'low',
    title: 'Few passive sentences',
    meaning: '«Was implemented» leaves open by whom.',
    source: sources.plainLanguage,
    run({ statements, english }) {
      if (!english) return otherLanguage;
      if (statements.length < FEWEST) return tooFew;
      const passive = statements.filter(({ text }) => isPassive(text));
      const share = passive.length / statements.length;
      if (passive.length === 0 || share <= 0.15)
        return passed(`${passive.length} of ${statements.length} sentences are passive.`);
      return failed(
        `${passive.length} of ${statements.length} sentences are passive.`,
        'Say who did it: «Was implemented by me» becomes «Implemented».',
        passive.map((statement) => finding(statement)),
      );
    },
  },
];

/** Honours are rightly told in the passive. */
const honours =
  /\b(?:was|were|been|being)\s+(?:\w+ly\s+)?(?:promoted|awarded|selected|elected|named|nominated|invited|recogni[sz]ed|chosen|appointed|hired|asked|voted|ranked|commended|honou?red|published)\b/i;
const participle =
  /\b(?:was|were|been|being|is|are|be)\s+(?:\w+ly\s+)?(?:[a-z]{3,}ed|built|brought|chosen|cut|done|drawn|driven|found|given|grown|held|kept|led|made|met|paid|put|run|seen|sent|set|shown|sold|taken|taught|told|won|written)\b/i;

const isPassive = (text: string) =>
  participle.test(text) && !honours.test(text) && !/^(?:was|am)\s+(?:responsible|tasked)/i.test(text);
