import { ANSWERS, NEAR, type Quote, quotesFor } from './fit.ts';
import type { Reading } from './kind.ts';
import { blockQuote, dayOf, endsAsking } from './sentences.ts';
import type { OfflineInput, Remembered } from './types.ts';
import { wantedBy } from './wanted.ts';

export interface Part {
  text: string;
  memories: string[];
}

/** Whose days the answer tells. */
type Reader = Pick<OfflineInput, 'utcOffset'>;

const MOST_QUOTES = 3;
/** A further quote is shown while it fits nearly as well as the best one. */
const NEARLY = 0.8;
/** What the other side said stands in for what this one did only where it is surely about the same. */
const SURE = 0.75;
const OF_YOU = /\byou(?:r|rs|'re|'ve)?\b/i;
/** From here on a saying is of the subject, if not the answer. */
const TOUCHES = 0.3;
const MOST_IN_ORDER = 8;
const DENIES = /\b(?:never|haven't|hasn't|hadn't|not yet|no longer|don't|didn't)\b/;

const WANTED_WORD = {
  money: 'amount',
  amount: 'number',
  time: 'date or time',
  person: 'person',
  place: 'place',
};

/** Answers a question from what was said, quoted and dated. Null where nothing said fits well enough to be shown. */
export function answerFromMemory(input: OfflineInput, reading: Reading): Part | null {
  const question = input.about.includes(reading.question) ? input.about : reading.question;
  const pool = quotesFor(question, input.recalled, input.words);
  const asked = reading.ofCoach ? 'assistant' : 'user';
  if (reading.wantsMany)
    return presentMany(
      pool.filter((quote) => quote.memory.role === asked),
      input,
    );
  const fitting = distinct(pool.filter(answers));
  const own = fitting.filter((quote) => quote.memory.role === asked);
  const picked = own.length ? own : fitting.filter(standsIn);
  if (picked.length) return present(question, nearlyAsGood(picked), input);
  const near = pool.find((quote) => quote.fit >= NEAR && quote.memory.role === asked);
  return near ? presentNearest(near, input) : null;
}

function answers(quote: Quote): boolean {
  return quote.fit >= ANSWERS && quote.covers >= ANSWERS;
}

/** The coach speaking of the person, or the person asked for in place of the coach; not the coach on the world. */
function standsIn({ memory, covers, sentence }: Quote): boolean {
  return covers >= SURE && (memory.role === 'user' || OF_YOU.test(sentence));
}

function nearlyAsGood(quotes: Quote[]): Quote[] {
  const withValue = quotes.filter((quote) => quote.values.length);
  const best = withValue[0]?.fit === quotes[0]!.fit ? withValue : quotes;
  return best.filter((quote) => quote.fit >= NEARLY * best[0]!.fit).slice(0, MOST_QUOTES);
}

function present(question: string, quotes: Quote[], reader: Reader): Part {
  const newestFirst = quotes.toSorted((a, b) => b.memory.created_at.localeCompare(a.memory.created_at));
  const wanted = wantedBy(question);
  const lines: string[] = [];
  let shown = quotes;
  if (wanted && wanted.kind !== 'person' && wanted.kind !== 'place' && differ(quotes)) {
    shown = newestFirst;
    lines.push(
      `You have named more than one ${WANTED_WORD[wanted.kind]}. They differ, or may be about different things; the newest is first.`,
    );
  } else if (quotes.some((quote) => denies(quote)) && quotes.some((quote) => !denies(quote))) {
    shown = newestFirst;
    lines.push('What was said about this does not all agree; the newest is first.');
  }
  for (const quote of shown) lines.push(`${saidOn(quote.memory, reader)}\n\n${blockQuote(quote.sentence)}`);
  return { text: lines.join('\n\n'), memories: shown.map((quote) => quote.memory.id) };
}

function presentNearest(quote: Quote, reader: Reader): Part {
  const opening =
    'I have found nothing that answers this. The nearest thing you have told me, which may be something else:';
  const text = `${opening}\n\n${saidOn(quote.memory, reader)}\n\n${blockQuote(quote.sentence)}`;
  return { text, memories: [quote.memory.id] };
}

/** For a summary or an order of events: the sayings themselves, in their order; the prose would be invented here. */
function presentMany(quotes: Quote[], reader: Reader): Part | null {
  const picked = distinct(quotes.filter((quote) => quote.covers >= TOUCHES)).slice(0, MOST_IN_ORDER);
  if (picked.length < 2) return null;
  picked.sort((a, b) => a.memory.created_at.localeCompare(b.memory.created_at));
  const lines = picked.map((quote) => `${saidOn(quote.memory, reader)}\n\n${blockQuote(quote.sentence)}`);
  const opening = 'Summing up needs a language model. These are the words themselves, oldest first:';
  return { text: [opening, ...lines].join('\n\n'), memories: picked.map((quote) => quote.memory.id) };
}

/** What was said before that a message touches on: for advice and for news, where it is company and not the answer. */
export function relatedSayings(input: OfflineInput, about: string, most = 2): Quote[] {
  const own = input.recalled.filter((memory) => memory.role === 'user');
  const said = new Set([input.message, ...input.conversation.map((turn) => turn.text)].map(bare));
  return distinct(quotesFor(about, own, input.words, { related: true }))
    .filter((quote) => answers(quote) && !said.has(bare(quote.memory.text)) && tells(quote.sentence))
    .slice(0, most);
}

/** Something about the person, rather than one more question. */
function tells(sentence: string): boolean {
  return (
    !endsAsking(sentence) && /\b(?:i|i'm|i've|i'd|i'll|my|me|we|our)\b/i.test(sentence.replaceAll('’', "'"))
  );
}

export function saidOn({ role, created_at }: Remembered, { utcOffset }: Reader): string {
  return `On ${dayOf(created_at, utcOffset)} ${role === 'user' ? 'you said' : 'I told you'}:`;
}

function differ(quotes: Quote[]): boolean {
  const valued = quotes.filter((quote) => quote.values.length);
  return valued.some((quote) => !quote.values.some((value) => valued[0]!.values.includes(value)));
}

function denies(quote: Quote): boolean {
  return DENIES.test(quote.sentence.toLowerCase().replaceAll('’', "'"));
}

/** The same sentence said twice is quoted once, as it was said last. */
function distinct(quotes: Quote[]): Quote[] {
  const seen = new Map<string, Quote>();
  for (const quote of quotes) {
    const known = seen.get(bare(quote.sentence));
    if (!known || known.memory.created_at < quote.memory.created_at) seen.set(bare(quote.sentence), quote);
  }
  return quotes.filter((quote) => seen.get(bare(quote.sentence)) === quote);
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
