import { NO_SLOT, PREPOSITIONS, withoutLead } from './words.ts';

/** The part of a question that a follow-up exchanges: «and in Berlin?» is `in` and `Berlin`. */
export interface Slot {
  preposition: string | null;
  words: string;
}

const OPENING =
  /^(?:(?:and|or|but|so)\s+)?(?:(?:what|how) about|same (?:question |thing )?(?:for|with)|what if (?:it (?:is|was|were)|it's)|and|or)\s+(.+?)\s*[?!.…]*$/i;
const PREPOSITIONAL = new RegExp(`^(${PREPOSITIONS})\\s+(.+)$`, 'i');
const MOST_WORDS = 7;

/** The slot that a message brings; null where it is a sentence of its own. */
export function slotOf(message: string): Slot | null {
  const text = withoutLead(message);
  const isQuestion = /[?？]\s*$/.test(text);
  const opened = OPENING.exec(text);
  // «In Berlin?» needs no opening; without a question mark it is an answer.
  const alone = isQuestion ? PREPOSITIONAL.exec(text.replace(/[?？!.\s]+$/, '')) : null;
  if (!opened && !alone) return null;
  const bareAnd =
    opened !== null && !/about|same|what if/i.test(text.slice(0, text.length - opened[1]!.length));
  if (bareAnd && !isQuestion) return null;
  const said = (opened?.[1] ?? alone![0]).replace(/\s+(?:then|instead|too|as well|again|though)$/i, '');
  const [, preposition = null, words = said] = PREPOSITIONAL.exec(said) ?? [];
  if (NO_SLOT.test(words) || words.split(/\s+/).length > MOST_WORDS) return null;
  return { preposition: preposition?.toLowerCase() ?? null, words };
}

const NAME = String.raw`\p{Lu}[\p{L}\p{N}&'’.-]*(?:\s+(?:\p{Lu}|\d)[\p{L}\p{N}&'’-]*)*`;
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const DAYS = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday';
const RELATIVE =
  '(?:last|next|this) (?:week|month|year|quarter|summer|winter|spring|autumn)|yesterday|today|tomorrow';
const NEVER_NAMES = new Set(['I', "I'm", "I've", "I'd", 'CV', 'HR', 'IT']);

/** A question with another slot in the place of its own; put at its end where it has none of the kind. */
export function withSlot(question: string, { preposition, words }: Slot): string {
  return exchanged(question, preposition, words) ?? appended(question, preposition, words);
}

function exchanged(question: string, preposition: string | null, words: string): string | null {
  for (const kind of [String.raw`(?:19|20)\d\d`, MONTHS, DAYS, RELATIVE]) {
    const whole = new RegExp(`^(?:the )?(?:${kind})$`, 'i');
    if (whole.test(words)) return swap(question, new RegExp(`\\b(?:${kind})\\b`, 'gi'), words);
  }
  if (/^\p{Lu}/u.test(words)) {
    const names = new RegExp(`(?<=[\\p{L}\\p{N},] )${NAME}`, 'gu');
    const found = [...question.matchAll(names)].filter(([name]) => !isNoName(name));
    const near =
      preposition &&
      found.findLast((one) => question.slice(0, one.index).trim().toLowerCase().endsWith(` ${preposition}`));
    const match = near || found.at(-1);
    return match ? replaceAt(question, match.index, match[0].length, words) : null;
  }
  const owned = /^(?:my|our|the|a|an)\s/i.test(words);
  const pattern = preposition
    ? new RegExp(`(?<=\\b${preposition} )(?:(?:my|our|the|a|an|this|that) )?${PHRASE}`, 'gi')
    : owned
      ? new RegExp(`\\b(?:my|our|the|a|an) ${PHRASE}`, 'gi')
      : null;
  return pattern && swap(question, pattern, words);
}

/** Up to three words, none of which begins another part of the sentence. */
const BREAK = `${PREPOSITIONS}|and|or|but|if|when|that|which|who|is|are|was|were|do|does|did|should|would|could|can|will`;
const PHRASE = `(?:(?!(?:${BREAK})\\b)[\\p{L}\\p{N}'’-]+)(?: (?!(?:${BREAK})\\b)[\\p{L}\\p{N}'’-]+){0,2}`;

function isNoName(name: string): boolean {
  return NEVER_NAMES.has(name) || new RegExp(`^(?:${MONTHS}|${DAYS})$`).test(name);
}

function swap(question: string, pattern: RegExp, words: string): string | null {
  const unicode = new RegExp(
    pattern.source,
    pattern.flags.includes('u') ? pattern.flags : `${pattern.flags}u`,
  );
  const match = [...question.matchAll(unicode)].at(-1);
  return match ? replaceAt(question, match.index, match[0].length, words) : null;
}

const replaceAt = (text: string, at: number, length: number, by: string) =>
  `${text.slice(0, at)}${by}${text.slice(at + length)}`;

function appended(question: string, preposition: string | null, words: string): string {
  const [, body = question, end = ''] = /^(.*?)([?!.…\s]*)$/s.exec(question) ?? [];
  return `${body} ${preposition ? `${preposition} ` : ''}${words}${end.trim() || '?'}`;
}
