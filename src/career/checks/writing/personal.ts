import type { CvFacts } from '../facts.ts';
import { inText } from '../find.ts';
import { failed, notAssessed, passed, quoted } from '../outcome.ts';
import { sources } from '../sources.ts';
import type { Check, Finding } from '../types.ts';

/** What a line is made of: the parts between bars, bullets and commas, each with its place. */
function partsOf(text: string): { part: string; start: number }[] {
  // Markdown's stars are no letters of a label; a space in their place keeps every place.
  const plain = text.replaceAll('*', ' ');
  return [...plain.matchAll(/[^\n|•·;,]+/g)].map(({ 0: part, index }) => {
    const trimmed = part.trimStart();
    return { part: trimmed.trimEnd().slice(0, 100), start: index + part.length - trimmed.length };
  });
}

/** A label at the head of a part with something after it; the same word in a sentence is none. */
const labelled = (labels: string) => new RegExp(`^(?:${labels})\\s{0,3}(?::|\\s[–—-]\\s)\\s*\\S`, 'iu');

/** Parts that match any of the patterns, as findings. */
function labelsIn(cv: CvFacts, patterns: readonly RegExp[]): Finding[] {
  return partsOf(cv.text).flatMap(({ part, start }) =>
    patterns.some((pattern) => pattern.test(part))
      ? [{ pointer: null, spans: [{ start, end: start + part.length }], note: part.replace(/\s+/g, ' ') }]
      : [],
  );
}

const personalLabels = [
  labelled(
    'date of birth|birth ?date|birthday|born|d\\.?o\\.?b\\.?|geburtsdatum|date de naissance|fecha de nacimiento',
  ),
  labelled('age'),
  labelled('marital status|civil status|family status|familienstand|[ée]tat civil|estado civil'),
  labelled('religion|religious affiliation|caste|race|ethnicity|ethnic origin|konfession'),
  labelled('gender|sex|geschlecht'),
  labelled("father'?s name|mother'?s name|spouse|children|number of children|husband'?s name"),
  labelled('height|weight|blood (?:group|type)|health(?: status)?'),
  labelled('political (?:affiliation|views)'),
  /^(?:married|divorced|widowed|unmarried)(?: with .{1,30})?$/iu,
];

const personalPhrases = [
  /\bborn\s(?:on\s|in\s)?(?:\d{1,2}[\s./-])?(?:\d{1,2}[./-]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w{0,6}\.?\s)?(?:\d{1,2},?\s)?(?:19|20)\d{2}\b/giu,
  /\b\d{2} years old\b/giu,
];

/** A name of a document with its number, a US social security number, an IBAN, a card. */
const numbers = [
  /\b(?:passport|national id|identity card|id card|id no|id number|social security|ssn|national insurance|ni number|aadhaar|aadhar|pan(?= (?:no|number|card))|tax id|driv(?:er'?s|ing) licen[cs]e (?:no|number))\b\.?\s*(?:no\.?|number|#|card)?\s*[:#–-]?\s*[A-Z]{0,3}\d[A-Z\d\s-]{4,20}\b/giu,
  /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g,
  /\b[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){3,7}(?:\s?[A-Z\d]{1,3})?\b/g,
];

const all = (cv: CvFacts, patterns: readonly RegExp[]) =>
  patterns.flatMap((pattern) => inText(cv, pattern).map(({ finding }) => finding));

export const personalChecks: Check[] = [
  {
    id: 'personal-data',
    group: 'writing',
    severity: 'medium',
    title: 'No birth date, marital status, religion or the like',
    meaning:
      'These say nothing of your work, and in many countries employers must not go by them. Some countries still expect a few; follow local custom only as far as you wish.',
    source: sources.eeoc,
    run(cv) {
      if (cv.text === '') return notAssessed('there is no text');
      const found = [...labelsIn(cv, personalLabels), ...all(cv, personalPhrases)];
      if (found.length === 0) return passed('No such details were found.');
      return failed(
        `Details that do not belong in a CV: ${quoted(found.map(({ note }) => note))}.`,
        'Take them out. The right to work in a country may be said in one line.',
        found,
      );
    },
  },
  {
    id: 'id-numbers',
    group: 'writing',
    severity: 'high',
    title: 'No numbers of documents or accounts',
    meaning:
      'A CV passes through many hands; a passport, social security or bank number in it is an invitation to fraud.',
    source: sources.ftc,
    run(cv) {
      if (cv.text === '') return notAssessed('there is no text');
      const found = all(cv, numbers).map((finding) => ({
        ...finding,
        note: finding.note.replace(/\d(?=[^\n]*\d{2})/g, '•'),
      }));
      if (found.length === 0) return passed('No such numbers were found.');
      return failed(
        `What looks like the number of a document or an account: ${quoted(found.map(({ note }) => note))}.`,
        'Take it out. Give such numbers only after an offer, to somebody you know.',
        found,
      );
    },
  },
  {
    id: 'pay-and-leaving',
    group: 'writing',
    severity: 'low',
    title: 'No pay and no reasons for leaving',
    meaning: 'Both weaken your hand before there is anything to talk about.',
    source: null,
    run(cv) {
      if (cv.text === '') return notAssessed('there is no text');
      const found = labelsIn(cv, [
        labelled(
          '(?:(?:current|last|expected|desired|present|previous) )?(?:salary|ctc|pay)(?: (?:expectations?|expected|requirements?|history))?',
        ),
        labelled('reasons? for leaving'),
      ]);
      if (found.length === 0) return passed('Neither was found.');
      return failed(
        `Found: ${quoted(found.map(({ note }) => note))}.`,
        'Take it out, and talk about pay when you are asked.',
        found,
      );
    },
  },
];
