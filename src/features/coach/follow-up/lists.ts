import { enumeration, type Item } from './enumerations.ts';
import { AUXILIARIES, GENERIC } from './words.ts';

export type { Item } from './enumerations.ts';

interface Turn {
  role: 'user' | 'assistant';
  text: string;
}

const ORDINALS: Record<string, number> = {
  first: 0,
  former: 0,
  '1st': 0,
  one: 0,
  second: 1,
  '2nd': 1,
  two: 1,
  third: 2,
  '3rd': 2,
  three: 2,
  fourth: 3,
  '4th': 3,
  four: 3,
  fifth: 4,
  '5th': 4,
  five: 4,
  sixth: 5,
  '6th': 5,
  last: -1,
  latter: -1,
  other: -1,
  final: -1,
};

const NAMED = new RegExp(
  `\\bthe (first|former|second|third|fourth|fifth|sixth|last|latter|other|final|1st|2nd|3rd|4th|5th|6th)(?:\\s+(?:${GENERIC}))?(?=\\s*(?:[?.!,;:…)]|$)|\\s+(?:${AUXILIARIES}|in|on|at|for|from|of those|of these|of them|again|please|and|or|then|too|instead|exactly|work|mean|pay|sound|sounds|look|like|take)\\b)`,
  'i',
);
const NUMBERED =
  /(?:^|\b(?:number|no\.?|nr\.?|option|point|tip|step|item|question|idea)\s*|#\s*)(1|2|3|4|5|6|7|8|9|10|one|two|three|four|five)(?=[\s?.!,)]*$|[\s,]+(?:please|again|then|and|is|sounds?)\b)/i;

/** The words with which a message points into a list. */
export interface Pointer {
  /** An index from the front, -1 for the last. */
  ordinal: number;
  /** «The other one»: not the one that was spoken of. */
  isOther: boolean;
  /** Where the words stand in the message. */
  start: number;
  end: number;
}

/** Which of a list a message speaks of; null where it names none. */
export function pointerIn(message: string): Pointer | null {
  const named = NAMED.exec(message);
  if (named) {
    const word = named[1]!.toLowerCase();
    const [start, end] = [named.index, named.index + named[0].length];
    return { ordinal: ORDINALS[word]!, isOther: word === 'other', start, end };
  }
  const numbered = NUMBERED.exec(message);
  if (!numbered || message.split(/\s+/).length > 10) return null;
  const word = numbered[1]!.toLowerCase();
  return {
    ordinal: /^\d+$/.test(word) ? Number(word) - 1 : ORDINALS[word]!,
    isOther: false,
    start: numbered.index,
    end: numbered.index + numbered[0].length,
  };
}

const NUMBER_LINE = /^\s*(\d{1,2})[.)]\s+(.+)$/;
const BULLET_LINE = /^\s*[-*+•]\s+(.+)$/;
const QUOTE_LINE = /^\s*>\s?(.+)$/;

/** The items of the list in a text: numbered before bulleted before quoted; none where it lists nothing. */
export function listIn(text: string): Item[] {
  const lines = text.slice(0, LONGEST).split('\n');
  for (const line of [NUMBER_LINE, BULLET_LINE, QUOTE_LINE]) {
    const items = itemsOf(lines, line);
    if (items.length > 1) return items.map(whole);
    // One quote is a list where it lists.
    if (items.length === 1 && line === QUOTE_LINE) {
      const within = enumeration(items[0]!.slice(0, READ));
      return within.length > 0 ? within : items.map(whole);
    }
  }
  return enumeration(text.slice(0, READ));
}

const itemsOf = (lines: readonly string[], line: RegExp) =>
  lines.flatMap((one) => line.exec(one)?.at(-1)?.trim() ?? []);

function whole(item: string): Item {
  const words = item.replace(/[*_`]{1,3}/g, '').trim();
  return { words, name: words };
}

/** Of a text without a list, so much is looked through for one within a sentence, in characters. */
const READ = 600;
const LONGEST = 20_000;

/** How far back a list is looked for, in turns. */
const TURNS = 6;
/** What the coach names unasked, up to the end of the list. */
const VOLUNTEERED = /^(?:What may help now|See also)\b[^\n]*:\n+(?:[-*] [^\n]*(?:\n|$))+/gm;

/** «Ask me about your search, your CV or pay» offers, and lists nothing. */
const OFFERED = /\bAsk me about\b[^\n]*/g;

/** A list that may be pointed at, with the index of its turn. */
export interface ListTurn {
  items: Item[];
  turn: number;
}

/**
 * The lists of a conversation, the latest first. What the coach named unasked comes after all others: who told of two
 * offers and says «the second one» means an offer.
 */
export function listsOf(conversation: readonly Turn[]): ListTurn[] {
  const lists: ListTurn[] = [];
  const unasked: ListTurn[] = [];
  for (let turn = conversation.length - 1; turn >= Math.max(0, conversation.length - TURNS); turn--) {
    const { role, text } = conversation[turn]!;
    const isOwn = role === 'user';
    const items = listIn(isOwn ? text : text.slice(0, LONGEST).replace(VOLUNTEERED, '').replace(OFFERED, ''));
    if (items.length > 0) lists.push({ items, turn });
    const named = isOwn ? [] : (text.slice(0, LONGEST).match(VOLUNTEERED) ?? []);
    const further = named.flatMap((part) => itemsOf(part.split('\n'), BULLET_LINE)).map(whole);
    if (further.length > 0) unasked.push({ items: further, turn });
  }
  return [...lists, ...unasked];
}
