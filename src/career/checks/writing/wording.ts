import type { CvFacts } from '../facts.ts';
import { anyOf, distinct, inProse, inText } from '../find.ts';
import { count, failed, notAssessed, passed, quoted } from '../outcome.ts';
import { sources } from '../sources.ts';
import type { Check, Outcome } from '../types.ts';
import { wellKnown } from '../words/acronyms.ts';
import { buzzwords, cliches, vagueAmounts } from '../words/phrases.ts';
import { american, british, misspellings } from '../words/spelling.ts';

const otherLanguage: Outcome = notAssessed('the lists of words are English');
const noProse: Outcome = notAssessed('no sentences were found');

const cliche = anyOf(cliches);
const buzzword = anyOf(buzzwords);
const vague = anyOf(vagueAmounts);
const britishWord = anyOf([...british]);
const americanWord = anyOf([...american]);
const misspelt = anyOf([...misspellings.keys()]);

/** «I» before a small letter or an apostrophe and after no name: not «Nurse I», «Phase I», «I/O». */
const pronoun =
  /(?<![\p{L}\p{N}/.])(?:(?<!\p{Lu}\p{L}*\s)I(?=\s+\p{Ll}|['’](?:m|ve|d|ll)\b)|[Mm]y|[Mm]yself|[Mm]ine|me|[Ww]e(?=\s+\p{Ll})|[Oo]ur|[Oo]urs|us)(?![\p{L}\p{N}])/gu;

export const wordingChecks: Check[] = [
  {
    id: 'pronouns',
    group: 'writing',
    severity: 'low',
    title: 'Bullets do without «I» and «my»',
    meaning:
      'Whose deeds they are is known; the verb alone is shorter. A summary in the first person is a matter of taste.',
    source: sources.harvard,
    run(cv) {
      if (!cv.english) return otherLanguage;
      if (cv.prose.length === 0) return noProse;
      const found = inProse(cv, pronoun).filter(({ finding }) => finding.pointer !== '/basics/summary');
      if (found.length <= 1) return passed(found.length ? 'One pronoun only.' : 'There are no pronouns.');
      return failed(
        `${count(found.length, 'pronoun')}: ${quoted(distinct(found))}.`,
        'Drop «I» and begin with the verb; «my team» becomes «the team» or a number of people.',
        found.map(({ finding }) => finding),
      );
    },
  },
  {
    id: 'cliches',
    group: 'writing',
    severity: 'low',
    title: 'No phrases that everybody uses of themselves',
    meaning: '«Hard-working team player» fits anybody, and so says nothing of you.',
    source: sources.mit,
    run(cv) {
      if (!cv.english) return otherLanguage;
      if (cv.prose.length === 0) return noProse;
      const found = inProse(cv, cliche);
      // One in a whole CV is nobody's downfall.
      if (found.length < 2)
        return passed(found.length ? 'One such phrase only.' : 'There are no such phrases.');
      return failed(
        `${count(found.length, 'phrase')} that everybody uses: ${quoted(distinct(found))}.`,
        'Take each out, or put in its place the deed that made you think of it.',
        found.map(({ finding }) => finding),
      );
    },
  },
  {
    id: 'buzzwords',
    group: 'writing',
    severity: 'low',
    title: 'Few buzzwords',
    meaning: 'Words such as «synergy» and «cutting-edge» ring hollow and hide what was done.',
    source: sources.plainLanguage,
    run(cv) {
      if (!cv.english) return otherLanguage;
      const words = cv.prose.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
      if (words < 40) return notAssessed('there are too few sentences to tell');
      const found = inProse(cv, buzzword);
      const share = found.length / words;
      const told = `${count(found.length, 'buzzword')} in ${words} words`;
      if (found.length < 4 || share < 0.015) return passed(`${told}.`);
      return failed(
        `${told}: ${quoted(distinct(found))}.`,
        'Say it plainly: «leveraged» is «used», «holistic» and «innovative» can go.',
        found.map(({ finding }) => finding),
      );
    },
  },
  {
    id: 'vague-amounts',
    group: 'writing',
    severity: 'low',
    title: 'Amounts are named, not hinted at',
    meaning: '«Various» and «significantly» stand where a number or an example would convince.',
    source: sources.harvard,
    run(cv) {
      if (!cv.english) return otherLanguage;
      if (cv.prose.length === 0) return noProse;
      const found = inProse(cv, vague);
      if (found.length < 4)
        return passed(
          found.length ? `${count(found.length, 'vague word')} only.` : 'There are no vague amounts.',
        );
      return failed(
        `${count(found.length, 'vague word')}: ${quoted(distinct(found))}.`,
        'Put the number, or one example, where you know it.',
        found.map(({ finding }) => finding),
      );
    },
  },
  {
    id: 'acronyms',
    group: 'writing',
    severity: 'low',
    title: 'Rare abbreviations are spelt out once',
    meaning:
      'Whoever sorts the CVs first may not know your field, and some searches know only the long form.',
    source: sources.plainLanguage,
    run(cv) {
      if (cv.prose.length === 0) return noProse;
      const named = namesIn(cv);
      const found = inProse(cv, /(?<![\p{L}\p{N}&/.'’-])\p{Lu}{2,6}s?(?![\p{L}\p{N}&/-])/gu).filter(
        ({ match }) => {
          const acronym = match[0].replace(/s$/, '');
          return (
            !wellKnown.has(acronym) &&
            !named.has(acronym) &&
            !isSpeltOut(acronym, cv.text) &&
            !isShouting(match)
          );
        },
      );
      const acronyms = [...new Set(found.map(({ match }) => match[0].replace(/s$/, '')))];
      if (acronyms.length < 3) {
        return passed(
          acronyms.length
            ? `Only ${quoted(acronyms)} not spelt out.`
            : 'Every abbreviation is known or spelt out.',
        );
      }
      return failed(
        `${count(acronyms.length, 'abbreviation')} never spelt out: ${quoted(acronyms, 6)}.`,
        'Spell each out once, the short form behind it in brackets, unless everybody who reads it knows it.',
        acronyms.map((acronym) => found.find(({ match }) => match[0].replace(/s$/, '') === acronym)!.finding),
      );
    },
  },
  {
    id: 'spelling-variety',
    group: 'writing',
    severity: 'low',
    title: 'British or American spelling, not both',
    meaning: 'Both are right; mixed, they look like slips.',
    source: null,
    run(cv) {
      if (!cv.english) return otherLanguage;
      const uk = inText(cv, britishWord);
      const us = inText(cv, americanWord);
      if (uk.length + us.length === 0) return notAssessed('no word that is spelt in two ways was found');
      if (uk.length === 0 || us.length === 0)
        return passed(`The spelling is ${uk.length ? 'British' : 'American'} throughout.`);
      const rarer = uk.length < us.length ? uk : us;
      return failed(
        `British (${quoted(distinct(uk), 2)}) and American (${quoted(distinct(us), 2)}) spellings are mixed.`,
        'Choose the spelling of the country where you apply. The official name of an organisation stays as it is.',
        rarer.map(({ finding }) => finding),
      );
    },
  },
  {
    id: 'misspellings',
    group: 'writing',
    severity: 'medium',
    title: 'No frequent misspellings',
    meaning: 'A slip in a text that had weeks to be right says something about the next one.',
    source: sources.harvard,
    run(cv) {
      if (!cv.english) return otherLanguage;
      if (cv.words.length === 0) return notAssessed('there is no text');
      const found = inText(cv, misspelt).map(({ finding }) => ({
        ...finding,
        note: `${finding.note} (${misspellings.get(finding.note.toLowerCase())})`,
      }));
      if (found.length === 0) return passed('None of the frequent misspellings was found.');
      return failed(
        `Misspelt: ${quoted(found.map(({ note }) => note))}.`,
        'Correct them, and run a spelling checker over the whole: only the most frequent slips are known here.',
        found,
      );
    },
  },
];

/** Every abbreviation that is part of a name: of employers, schools, certificates, skills, places. */
function namesIn({ resume }: CvFacts): Set<string> {
  const { work, education, certificates, skills, projects, volunteer, awards, publications, basics } = resume;
  const names = [
    basics?.name,
    basics?.label,
    basics?.location?.region,
    basics?.location?.countryCode,
    ...(work ?? []).flatMap(({ name, position, location }) => [name, position, location]),
    ...(volunteer ?? []).flatMap(({ organization, position }) => [organization, position]),
    ...(education ?? []).flatMap(({ institution, area, studyType, courses }) => [
      institution,
      area,
      studyType,
      ...(courses ?? []),
    ]),
    ...(certificates ?? []).flatMap(({ name, issuer }) => [name, issuer]),
    ...(skills ?? []).flatMap(({ name, keywords }) => [name, ...(keywords ?? [])]),
    ...(projects ?? []).flatMap(({ name, keywords, entity }) => [name, entity, ...(keywords ?? [])]),
    ...(awards ?? []).flatMap(({ title, awarder }) => [title, awarder]),
    ...(publications ?? []).flatMap(({ name, publisher }) => [name, publisher]),
  ].join(' ');
  return new Set(names.match(/\p{Lu}{2,6}/gu) ?? []);
}

/** `Minimum Data Set (MDS)` or `MDS (Minimum Data Set)`. */
function isSpeltOut(acronym: string, text: string): boolean {
  return new RegExp(`\\p{L}\\s*\\(${acronym}s?\\)|\\b${acronym}s?\\s*\\([^)]*\\p{Ll}{3}`, 'u').test(text);
}

/** A passage in capitals holds words, not abbreviations. */
function isShouting(match: RegExpExecArray): boolean {
  const around = match.input.slice(Math.max(0, match.index - 20), match.index + match[0].length + 20);
  return /\p{Lu}{2,}\s+\p{Lu}{2,}\s+\p{Lu}{2,}/u.test(around);
}
