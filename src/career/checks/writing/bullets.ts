import type { CvFacts, Statement } from '../facts.ts';
import { brief, count, failed, notAssessed, passed, quoted } from '../outcome.ts';
import { sources } from '../sources.ts';
import type { Check, Finding, Outcome } from '../types.ts';
import { holdsAmount } from '../words/amounts.ts';

const FEWEST = 3;

export const bulletsOf = ({ statements }: CvFacts): Statement[] =>
  statements.filter(({ kind }) => kind === 'bullet');

export const finding = ({ pointer, spans, text }: Statement, note = brief(text)): Finding => ({
  pointer,
  spans,
  note,
});

/** Words of a statement that carry meaning, for comparing two. */
const contentOf = ({ words }: Statement) =>
  new Set(
    words
      .slice(0, 80)
      .map((word) => word.toLowerCase())
      .filter((word) => word.length > 2),
  );

const tooFew: Outcome = notAssessed('fewer than three bullets or sentences about jobs were found');

export const bulletChecks: Check[] = [
  {
    id: 'quantified',
    group: 'writing',
    severity: 'medium',
    title: 'A quarter of the bullets name an amount',
    meaning:
      'A number shows the size of the work: people, beds, pupils, orders, money, time, errors. It need not be a percentage.',
    source: sources.harvard,
    run({ statements, english }) {
      if (!english) return notAssessed('amounts in words are known in English only');
      // What a project is, in a sentence, is no deed to be measured.
      const deeds = statements.filter(({ kind, entry }) => kind === 'bullet' || entry.kind !== 'projects');
      if (deeds.length < FEWEST) return tooFew;
      const without = deeds.filter(({ text }) => !holdsAmount(text));
      const share = (deeds.length - without.length) / deeds.length;
      const told = `${deeds.length - without.length} of ${deeds.length} bullets name an amount (${Math.round(share * 100)} %).`;
      if (share >= 0.25) return passed(told);
      return failed(
        told,
        'Add what you know to be true to the bullets that matter most: how many, how often, how much, how fast.',
        without.map((statement) => finding(statement)),
      );
    },
  },
  {
    id: 'bullets-used',
    group: 'writing',
    severity: 'low',
    title: 'Jobs are told in bullets',
    meaning: 'Bullets are read; paragraphs are skipped.',
    source: sources.harvard,
    run(cv) {
      const { statements } = cv;
      if (statements.length === 0) return notAssessed('nothing is said about jobs or projects');
      const jobs = new Map(
        statements
          .filter(({ entry }) => entry.kind === 'work')
          .map((statement) => [statement.entry, statement]),
      );
      const prose = [...jobs.values()].filter(
        ({ kind, entry }) => kind === 'sentence' && entry.summary.split(/\s+/).length > 35,
      );
      if (prose.length === 0) return passed('Jobs are told in bullets or a short line.');
      return failed(
        `${count(prose.length, 'job')} ${prose.length === 1 ? 'is' : 'are'} told in running text.`,
        'Turn each into two to six bullets.',
        prose.map((statement) => finding(statement, brief(statement.entry.summary))),
      );
    },
  },
  {
    id: 'bullet-length',
    group: 'writing',
    severity: 'low',
    title: 'Bullets are neither too long nor too short',
    meaning: 'One or two lines, about 8 to 30 words, hold one deed and its result. Longer ones hide it.',
    source: sources.plainLanguage,
    run(cv) {
      const bullets = bulletsOf(cv);
      if (bullets.length < FEWEST) return tooFew;
      const long = bullets.filter(({ words }) => words.length > 45);
      const short = bullets.filter(({ words }) => words.length < 4);
      const manyShort = short.length * 3 > bullets.length ? short : [];
      const wrong = [...long, ...manyShort];
      if (wrong.length === 0) return passed('Every bullet has a fitting length.');
      return failed(
        `${count(long.length, 'bullet')} of more than 45 words${manyShort.length ? `, ${manyShort.length} of fewer than 4` : ''}.`,
        'Split the long ones by deed; say in the short ones what you did and for whom.',
        wrong.map((statement) =>
          finding(statement, `${statement.words.length} words: ${brief(statement.text)}`),
        ),
      );
    },
  },
  {
    id: 'duplicate-bullets',
    group: 'writing',
    severity: 'medium',
    title: 'No bullet is there twice',
    meaning: 'A repeated bullet tells nothing new and looks copied.',
    source: null,
    run({ statements }) {
      if (statements.length < FEWEST) return tooFew;
      const contents = statements.map(contentOf);
      const again = statements.flatMap((statement, i) => {
        const words = contents[i]!;
        if (words.size < 4) return [];
        const twin = statements.slice(0, i).find((_, k) => similarity(contents[k]!, words) >= 0.85);
        return twin ? [finding(statement, `as in ${twin.pointer}: ${brief(statement.text)}`)] : [];
      });
      if (again.length === 0) return passed('No bullet is there twice.');
      return failed(
        `${count(again.length, 'bullet')} ${again.length === 1 ? 'repeats' : 'repeat'} another.`,
        'Keep it where it weighs most, and say in the other place what was different there.',
        again,
      );
    },
  },
  {
    id: 'bullet-punctuation',
    group: 'writing',
    severity: 'low',
    title: 'Bullets end the same way',
    meaning: 'Full stops after some bullets and not after others look careless.',
    source: null,
    run(cv) {
      const bullets = bulletsOf(cv);
      if (bullets.length < FEWEST) return tooFew;
      const stopped = bullets.filter(({ text }) => /[.!?]["'»”)]?$/.test(text.trim()));
      const open = bullets.filter((bullet) => !stopped.includes(bullet));
      const [rest, majority] = stopped.length < open.length ? [stopped, 'without'] : [open, 'with'];
      if (rest.length < 2 || rest.length / bullets.length < 0.15) return passed('Bullets end the same way.');
      return failed(
        `${rest.length} of ${bullets.length} bullets do not end ${majority} a full stop as the others do.`,
        'Choose one way and keep to it.',
        rest.map((statement) => finding(statement)),
      );
    },
  },
  {
    id: 'exclamation-marks',
    group: 'writing',
    severity: 'low',
    title: 'No exclamation marks',
    meaning: 'The deed has to impress, not the mark behind it.',
    source: null,
    run({ prose }) {
      if (prose.length === 0) return notAssessed('no sentences were found');
      // Brands («Yahoo!») stand before more words; a mark that ends a sentence or a passage is emphasis.
      const found = prose.filter(({ text }) => /!(?:\s+\p{Lu}|\s*$|!)/u.test(text));
      if (found.length === 0) return passed('There are no exclamation marks.');
      return failed(
        `Exclamation marks in ${count(found.length, 'place')}: ${quoted(
          found.map(({ text }) => brief(text, 40)),
          2,
        )}.`,
        'End the sentence with a full stop.',
        found.map(({ pointer, spans, text }) => ({ pointer, spans, note: brief(text) })),
      );
    },
  },
];

/** How many of the words of both are shared (Jaccard), 0 to 1. */
function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = a.intersection(b).size;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}
