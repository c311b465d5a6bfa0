import { analyzeQuery } from '../../memory/index.ts';
import { readDue } from './due.ts';
import { ownSentences } from './sentences.ts';
import type { Due, ReadPromise } from './types.ts';
import { BASE, verbOf } from './verbs.ts';

/** Makes a sentence no promise: it depends, it is a habit, it is a thought, or it asks. */
const NO_PROMISE =
  /\?|\b(?:if|unless|whether|in case|provided|assuming|depending|maybe|perhaps|might|may have|probably|possibly|hopefully|someday|some day|one day|eventually|whenever|once|as soon as|every|always|usually|often|each|never|not|daily|weekly|per (?:day|week)|(?:a|per) (?:day|week|month) (?:at|in|for|on)|(?<!\bin )(?<!\bin about )a (?:day|week|month)|instead of|rather than|or else)\b|\bwhen\b|n't\b/i;

/** How somebody commits themselves. `loose`: says a need, which is a promise only with a day, or where it «still» stands. */
const OPENINGS: { pattern: RegExp; loose: boolean }[] = [
  {
    pattern:
      /^I (?:(?:have )?(?:promised|swore|agreed|committed)|promise|swear)(?: (?:to )?(?!to\b|that\b|I\b)[\w'-]+(?: [\w'-]+)?)?? (?:to|that I(?:'ll|'d| will| would)|I(?:'ll|'d| will| would))\b/i,
    loose: false,
  },
  {
    pattern:
      /^I(?:'ve| have)? (?:told|assured|said to) (?!you\b)[\w'-]+(?: [\w'-]+){0,3}? (?:that )?I(?:'ll|'d| will| would)\b/i,
    loose: false,
  },
  { pattern: /^(?:please )?remind me to\b/i, loose: false },
  { pattern: /^I(?:'ll| will| shall| am going to|'m going to|'m gonna| am gonna)\b/i, loose: false },
  {
    pattern: /^I(?: still|'ve still got to| still have to) (?:need to|have to|must)\b|^I still need to\b/i,
    loose: false,
  },
  {
    pattern:
      /^I(?: really| also)? (?:need to|have to|must|plan to|intend to|want to|gotta|am planning to)\b|^I(?:'ve| have) got to\b|^I(?:'m| am) planning to\b/i,
    loose: true,
  },
];

/** A clause may begin after these; after «she said» it may not. */
const CLAUSE_STARTS =
  /(?:^|[,;:]\s+|\s+-\s+|\s*[–—]\s*|\b(?:and|so|but|then|also|ok|okay|yes|yeah|well|sure|thanks|great|good|anyway|plus|alright|right|fine|thank you)[,!]?\s+)+/gi;

const ADVERBS =
  /^(?:\s*(?:(?:also|then|just|definitely|certainly|finally|now|still|quickly|first|really|actually|go ahead and|make sure to|be sure to|make time to|sit down and|get around to|immediately|myself)\b|(?:have to|need to)\b))*\s*/i;

/** What the verbs also mean. */
const OTHERWISE =
  /^(?:call (?:it|this|that|myself|them out|out)\b|apply (?:my|the|what|these|those|your|myself)\b|(?:finish|complete) (?:(?:my|the|a|this) )?(?:\w+ )?(?:university|uni|school|college|degree|studies|studying|masters?|master's|phd|bachelors?|contract|notice|probation|shift)\b|answer (?:for|your)\b|(?:share|post|do|make|read|check|work on) (?:it|that|this|so)\b(?! (?:by|on|tomorrow|today|this|next))|do (?:well|fine|great|my best|better|whatever|anything)\b|make (?:it|money|sure|sense|a living)\b|make [$€£]?\d|record \w+ (?:growth|sales|profits)\b|sign (?:off|out|in)\b|order (?:food|pizza|lunch|dinner)\b|text in\b|tell you\b)/i;

/** What is done for the coach, in the conversation: a promise only where it names a day. */
const TO_THE_COACH = /^\S+(?: \S+)? (?:you|your)\b/i;

const CUT =
  /(?<!\s)\s*(?:,?\s+\b(?:because|since|but|so that|so I|so they|otherwise|which|as they|as I)\b|,\s+(?:she|he|it|they|we|you|I|who|that|and (?:she|he|they|it|we))\b|[;(]|\s-\s|[–—]).*$/i;

/** Marks at the end. It may begin where such a run begins alone, or a long run would be read once for each of its marks. */
const TAIL = /(?<![\s.!,])[\s.!,]+$/;

/**
 * What the person said they would do, in the order of the text. English; by patterns that rather miss one than take what
 * is none: it has to be in the first person, about something one does, certain, and no question.
 */
export function readPromises(text: string, said: Date): ReadPromise[] {
  return ownSentences(text).flatMap(({ text: sentence, start }) => {
    if (NO_PROMISE.test(sentence)) return [];
    const place = { quote: text.slice(start, start + sentence.length), start, end: start + sentence.length };
    return clausesOf(sentence)
      .flatMap((clause) => actionsOf(clause, said))
      .map((read) => ({ ...place, ...read }));
  });
}

interface Clause {
  /** What follows the opening. */
  rest: string;
  loose: boolean;
}

function clausesOf(sentence: string): Clause[] {
  const clauses: (Clause & { start: number })[] = [];
  for (const { index, 0: lead } of sentence.matchAll(CLAUSE_STARTS)) {
    const start = index + lead.length;
    const clause = sentence.slice(start);
    for (const { pattern, loose } of OPENINGS) {
      const opening = pattern.exec(clause);
      if (!opening) continue;
      clauses.push({ start, rest: clause.slice(opening[0].length), loose });
      break;
    }
  }
  // Each ends where the next begins.
  return clauses.map(({ rest, loose, start }, i) => {
    const next = clauses[i + 1];
    const length = next ? next.start - (start + (sentence.length - start - rest.length)) : rest.length;
    return { rest: rest.slice(0, Math.max(0, length)), loose };
  });
}

const FURTHER = new RegExp(
  `(?:,\\s*|\\s+)(?:and|then)(?: (?:then|also|finally))?\\s+(?=(?:${BASE})\\b)`,
  'i',
);
const ACTION = new RegExp(`^(${BASE})\\b(.*)$`, 'is');

function actionsOf({ rest, loose }: Clause, said: Date): Omit<ReadPromise, 'quote' | 'start' | 'end'>[] {
  return rest.split(FURTHER).flatMap((part, i) => {
    const words = part
      .replace(ADVERBS, '')
      .replace(CUT, '')
      .replace(TAIL, '')
      .replace(/[\s.!,](?:and|so|then)$/i, '')
      .replace(TAIL, '');
    const [, base = '', object = ''] = ACTION.exec(words) ?? [];
    const verb = verbOf(base);
    if (!verb || OTHERWISE.test(words)) return [];
    const due = readDue(words, said) ?? (i === 0 || verb.vague ? null : readDue(rest, said));
    const needsDay = loose || verb.vague || TO_THE_COACH.test(words);
    const about = aboutOf(object, due);
    // Nobody can be reminded of «I'll apply».
    if ((needsDay || about.length === 0) && !due) return [];
    return [{ action: withoutDue(words, due), verb: verb.group, about, due }];
  });
}

const FILLERS = new Set([
  'back',
  'soon',
  'now',
  'asap',
  'again',
  'thing',
  'lot',
  'latest',
  'final',
  'new',
  'time',
  'too',
  'yet',
  'well',
]);

/** Stems of what something is about, without the words of time. */
export function aboutOf(object: string, due: Due | null): string[] {
  const words = due ? object.replace(due.text, ' ') : object;
  const terms = analyzeQuery(words).terms.map(({ term }) => term);
  return [...new Set(terms)].filter((term) => !FILLERS.has(term));
}

function withoutDue(action: string, due: Due | null): string {
  const words = due ? action.replace(due.text, ' ') : action;
  return words
    .replaceAll('\u2024', '.')
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.])/g, '$1')
    .replace(/[\s,.]+$/, '')
    .trim();
}
