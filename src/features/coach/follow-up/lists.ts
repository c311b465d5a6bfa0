import { AUXILIARIES, GENERIC } from './words.ts';

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
  `\\bthe (first|former|second|third|fourth|fifth|sixth|last|latter|other|final|1st|2nd|3rd|4th|5th|6th)(?:\\s+(?:${GENERIC}))?(?=\\s*(?:[?.!,;:…)]|$)|\\s+(?:${AUXILIARIES}|in|on|at|for|from|of those|of these|of them|again|please|and|or|then|too|instead|exactly|work|mean|pay|sound|sounds|look|take)\\b)`,
  'i',
);
const NUMBERED =
  /(?:^|\b(?:number|no\.?|nr\.?|option|point|tip|step|item|question|idea)\s*|#\s*)(1|2|3|4|5|6|7|8|9|10|one|two|three|four|five)(?=[\s?.!,)]*$|[\s,]+(?:please|again|then|and|is|sounds?)\b)/i;

/** Which of a list a message speaks of: an index from the front, -1 for the last; null where it names none. */
export function ordinalOf(message: string): number | null {
  const named = NAMED.exec(message);
  if (named) return ORDINALS[named[1]!.toLowerCase()]!;
  const numbered = NUMBERED.exec(message);
  if (!numbered || message.split(/\s+/).length > 10) return null;
  const word = numbered[1]!.toLowerCase();
  return /^\d+$/.test(word) ? Number(word) - 1 : ORDINALS[word]!;
}

const NUMBER_LINE = /^\s*(\d{1,2})[.)]\s+(.+)$/;
const BULLET_LINE = /^\s*[-*+•]\s+(.+)$/;
const QUOTE_LINE = /^\s*>\s?(.+)$/;

/** The items of the list in a text: numbered before bulleted before quoted; none where it lists nothing. */
export function listIn(text: string): string[] {
  const lines = text.slice(0, LONGEST).split('\n');
  for (const line of [NUMBER_LINE, BULLET_LINE, QUOTE_LINE]) {
    const items = lines.flatMap((one) => line.exec(one)?.at(-1)?.trim() ?? []);
    if (items.length > 1 || (items.length === 1 && line === QUOTE_LINE)) return items.map(bare);
  }
  return enumeration(text.slice(0, READ));
}

const bare = (item: string) => item.replace(/[*_`]{1,3}/g, '').trim();

/** Of a text without a list, so much is looked through for one within a sentence, in characters. */
const READ = 600;
const LONGEST = 20_000;

const PART = String.raw`(?:(?:the|my|a|an)\s+)?[\p{L}\p{N}][\p{L}\p{N}&.'/-]*(?:\s+[\p{L}\p{N}&'/-]+){0,4}?`;
const SERIES = new RegExp(
  String.raw`(?:^|[:\s])((?:${PART},\s+){1,5}${PART},?\s+(?:and|or)\s+${PART})(?=[.?!;:,\n]|$|\s+(?:but|because|so|which|who|that|this|last|yesterday|today|now)\b)`,
  'u',
);
const NAME = String.raw`\p{Lu}[\p{L}\p{N}&'-]*(?:\s+\p{Lu}[\p{L}\p{N}&'-]*)*`;
const PAIR = new RegExp(
  String.raw`\b(?:from|at|with|to|between|in|as|either|of|for|like|are|is|were|was|both|saw|met|have|know|learn|chose|choose|visited|called)\s+(?:at |in |with |to )?(${NAME})\s+(?:and|or)\s+(?:at |in |with |to )?(${NAME})`,
  'u',
);

/** «A, B and C», or two names: «at Contoso and Fabrikam». */
function enumeration(text: string): string[] {
  const pair = PAIR.exec(text);
  const series = SERIES.exec(text);
  if (series) {
    const items = series[1]!.split(/,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+/).map((item) => item.trim());
    const [first = '', ...rest] = items;
    // The sentence runs into the first item: of that its last words, as many as the others have.
    const size = Math.max(...rest.map((item) => item.split(/\s+/).length));
    return [first.split(/\s+/).slice(-size).join(' '), ...rest].filter(Boolean);
  }
  return pair ? [pair[1]!, pair[2]!] : [];
}

/** How far back a list is looked for, in turns. */
const TURNS = 6;

/** The item that a message points at, in the latest list of the conversation that has so many. */
export function itemOf(ordinal: number, conversation: readonly Turn[]): string | null {
  for (const { text } of conversation.slice(-TURNS).reverse()) {
    const item = listIn(text).at(ordinal);
    if (item !== undefined) return item;
  }
  return null;
}
