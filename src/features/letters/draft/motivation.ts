import type { Recalled } from '../../../memory/types.ts';
import { countWords } from '../letter.ts';
import { sentencesOf, withoutOrders } from '../orders.ts';

/** Something the person said that a letter may stand on, word for word. */
export interface Said {
  text: string;
  message_id: string;
  /** ISO 8601. */
  date: string;
}

/** What memory keeps of things done here is written by us, not said by the person. */
const OURS = new Set(['cv', 'posting', 'application', 'letter']);
const OF_ONESELF = /\b(?:I|I['’](?:m|d|ve|ll)|my|me|ich|mein\w*|je|mon|ma|mes|yo|mi|mis)\b/i;

/**
 * The sentences of remembered messages in which the person says something of themselves: no questions, nothing that
 * speaks to programs, and nothing that this program wrote into memory itself.
 */
export function statements(recalled: readonly Recalled[]): Said[] {
  return recalled.flatMap(({ text, role, context_type, message_id, created_at }) => {
    if (role !== 'user' || OURS.has(context_type ?? '')) return [];
    const { text: plain } = withoutOrders(text);
    return sentencesOf(plain)
      .map(({ start, end }) => plain.slice(start, end).trim())
      .filter((sentence) => sentence !== '' && OF_ONESELF.test(sentence) && !sentence.endsWith('?'))
      .map((sentence) => ({ text: sentence, message_id, date: created_at }));
  });
}

const WISH =
  /\b(?:I (?:really |have always |always |would |['’]d )*(?:want(?:ed)?|like|love[ds]?|enjoy|care|hope|wish|dream|prefer|value|believe)|I['’]d (?:like|love)|I['’]m (?:interested|drawn|fascinated|motivated|proud)|I am (?:interested|drawn|fascinated|motivated|proud)|(?:interests|motivates|drives|fascinates|attracts) me|my (?:dream|passion|goal|aim)|what I (?:like|love|enjoy))\b/i;
/** What is better said to a coach than to an employer, and what asks something of the program. */
const PRIVATE =
  /\b(?:hate|sick|toxic|boss|fired|laid off|quit|leave|leaving|salary|money|pay|bored|boring|burn(?:ed|t)? ?out|divorce|anxious|afraid|worried|desperate|depress\w*|don['’]t|do not|not|never|can['’]t|you|your|help me|interview\w*|cv|resume|cover letter|letter|apply|reject\w*)\b/i;

const FEWEST_WORDS = 6;
const MOST_WORDS = 45;

/** A wish of the person's that has to do with this work; null where none was found. `fits`: how much a text does. */
export function motivationIn(said: readonly Said[], fits: (text: string) => number): Said | null {
  const candidates = said
    .filter(({ text }) => WISH.test(text) && !PRIVATE.test(text))
    .filter(({ text }) => countWords(text) >= FEWEST_WORDS && countWords(text) <= MOST_WORDS)
    .map((one) => ({ one, fit: fits(one.text) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit);
  return candidates[0]?.one ?? null;
}
