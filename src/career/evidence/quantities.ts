import type { Span } from '../resume/index.ts';
import { countUnit, isCountable, MULTIPLIERS, type Unit, unitOf } from './units.ts';
import { isContent, isFunctionWord, stemOf, type Word, wordsOf } from './words.ts';
import {
  FRACTION,
  fractionValue,
  TIMES_WORDS,
  VAGUE,
  WRITTEN_NUMBER,
  writtenValue,
} from './written-numbers.ts';

/** How a number is hedged: «over 100», «100+», «up to 100», «about 100». */
export type Bound = 'exact' | 'over' | 'least' | 'most' | 'about';

/** A number as a text states it. */
export interface Quantity {
  /** More than one where the writing allows it: 1.200 is 1,200 in German and 1.2 in English. */
  values: number[];
  /** `percent`, `money:usd`, `months`, `count:people`; `bare` where nothing says what it is a number of. */
  unit: string;
  /** «a month» of a rate. */
  per: string | null;
  bound: Bound;
  /** Whether something changed to the number or by it. */
  relation: 'to' | 'by' | null;
  span: Span;
  /** Stems of the words near it, and of its sentence: what the number is about. */
  near: Set<string>;
  sentence: Set<string>;
}

interface Found {
  start: number;
  /** The end of the number with its multiplier and hedge. */
  end: number;
  values: number[];
  money?: string | undefined;
  unit?: Unit;
  bound?: Bound;
}

const DIGITS = String.raw`\d{1,3}(?:[ ,.']\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?`;
const MULTIPLIER = Object.keys(MULTIPLIERS)
  .sort((a, b) => b.length - a.length)
  .join('|');
const CURRENCY = String.raw`(?:US|CA|AU|[ACSR])?[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|JPY|INR|CAD|AUD|PLN|SEK|NOK|DKK|AED|SAR|CNY|SGD|ZAR|BRL)`;
const NUMBER = new RegExp(
  `(?:(${CURRENCY}) ?)?(?<![\\p{L}\\p{N}]|\\d[.,])(${DIGITS})(?:[ -]?(${MULTIPLIER})(?![\\p{L}\\p{N}]))?(\\+)?`,
  'giu',
);

/** Every number of a levelled text from which dates were taken out. */
export function findQuantities(text: string): Quantity[] {
  const taken: Found[] = [...inDigits(text), ...inWords(text)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  const words = wordsOf(text);
  const quantities: (Quantity & { factor: number })[] = [];
  for (const found of taken) {
    // «1.5 million»: the words are part of the number in digits before them.
    if (found.start >= (quantities.at(-1)?.span.end ?? 0)) quantities.push(described(found, text, words));
  }
  inheritUnits(quantities, text);
  return quantities;
}

function* inDigits(text: string): Generator<Found> {
  for (const match of text.matchAll(NUMBER)) {
    const [whole, currency, digits, multiplier, plus] = match;
    // Digits inside a word (S3, 3D, i18n) belong to its name; a unit that sticks to them does not.
    const glued = /^[\p{L}]+/u.exec(text.slice(match.index + whole.length))?.[0];
    if (glued && !plus && !unitOf(glued.toLowerCase()) && !isUnitWord(glued)) continue;
    const factor = multiplier ? MULTIPLIERS[multiplier.toLowerCase()]! : 1;
    yield {
      start: match.index,
      end: match.index + whole.length,
      values: readingsOf(digits!).map((value) => rounded(value * factor)),
      money: currency ? unitOf(currency.toLowerCase())?.name : undefined,
      ...(plus && { bound: 'least' as const }),
    };
  }
}

const isUnitWord = (word: string): boolean =>
  /^(?:st|nd|rd|th|yrs?|years?|hrs?|mins?|secs?|days?)$/i.test(word);

function* inWords(text: string): Generator<Found> {
  for (const match of text.matchAll(WRITTEN_NUMBER)) {
    const value = writtenValue(match[0]);
    const end = match.index + match[0].length;
    // «one of the», «one that»: a pronoun; «one engineer» is a number.
    const next = wordsOf(text.slice(end, end + 40))[0];
    if (value === null) continue;
    if (value === 1 && (!next || !(unitOf(next.key) || isCountable(next.key)))) continue;
    yield { start: match.index, end, values: [value] };
  }
  for (const word of text.matchAll(/(?<![\p{L}\p{N}-])\p{L}+(?![\p{L}\p{N}])/gu)) {
    const key = word[0].toLowerCase();
    const place = { start: word.index, end: word.index + key.length };
    if (Object.hasOwn(TIMES_WORDS, key)) {
      yield { ...place, values: [TIMES_WORDS[key]!], unit: { name: 'times', factor: 1 } };
    } else if (Object.hasOwn(VAGUE, key)) yield { ...place, values: [VAGUE[key]!], bound: 'least' };
  }
  for (const match of text.matchAll(FRACTION)) {
    const end = match.index + match[0].length;
    const values = [fractionValue(match[1], match[2])];
    yield { start: match.index, end, values, unit: { name: 'times', factor: 1 } };
  }
  for (const match of text.matchAll(/(?<![\p{L}\p{N}-])(?:(?:an?|one) )?decade(s?)(?!\p{L})/giu)) {
    const plural = match[1] !== '';
    const place = { start: match.index, end: match.index + match[0].length };
    yield {
      ...place,
      values: [plural ? 240 : 120],
      unit: { name: 'months', factor: 1 },
      ...(plural && { bound: 'least' }),
    };
  }
}

/** What a writing in digits can mean: a comma or a point before three digits parts thousands, or is a decimal point. */
function readingsOf(digits: string): number[] {
  const grouped = /^(\d{1,3}(?:([ ,.'])\d{3})(?:\2\d{3})*)(?:([.,])(\d+))?$/.exec(digits);
  if (!grouped) return [Number(digits.replace(',', '.'))];
  const [, whole, separator, decimalPoint, decimals] = grouped;
  const number = Number(`${whole!.replace(/[ ,.']/g, '')}.${decimals ?? 0}`);
  const isDecimal = separator === '.' && !decimalPoint && whole!.split('.').length === 2;
  return isDecimal ? [number, Number(whole)] : [number];
}

const rounded = (value: number): number => Number(value.toPrecision(12));

const HEDGES: [Bound, RegExp][] = [
  ['over', /(?:\bover|\bmore than|\babove|\bexceeding|\bin excess of|\bbeyond|>)$/i],
  ['least', /(?:\bat least|\bminimum of|\bno fewer than|≥|>=)$/i],
  [
    'most',
    /(?:\bup to|\bunder|\bless than|\bfewer than|\bbelow|\bnearly|\balmost|\bat most|\bclose to|<|≤)$/i,
  ],
  ['about', /(?:\babout|\baround|\bapproximately|\bapprox\.?|\broughly|\bcirca|\bca\.?|~|≈)$/i],
];

function described(found: Found, text: string, words: readonly Word[]): Quantity & { factor: number } {
  const before = text.slice(Math.max(0, found.start - 30), found.start).trimEnd();
  const hedge = HEDGES.find(([, pattern]) => pattern.test(before));
  const beforeHedge = hedge ? before.replace(hedge[1], '').trimEnd() : before;
  const { unit, per, end } = measured(found, text, before);
  const relation = /\b(to|by)$/i.exec(beforeHedge)?.[1]?.toLowerCase() ?? null;
  const isOver = text.slice(found.start, end).endsWith('+');
  return {
    values: found.values.map((value) => rounded(value * unit.factor)),
    unit: unit.name,
    factor: unit.factor,
    per,
    bound: found.bound ?? (isOver ? 'least' : (hedge?.[0] ?? 'exact')),
    relation: relation as 'to' | 'by' | null,
    span: { start: found.start, end },
    ...surroundings({ start: found.start, end }, text, words),
  };
}

const BARE: Unit = { name: 'bare', factor: 1 };

function measured(
  found: Found,
  text: string,
  before: string,
): { unit: Unit; per: string | null; end: number } {
  const after = text.slice(found.end, found.end + 80);
  let end = found.end;
  let unit: Unit = found.unit ?? BARE;
  const symbol = /^ ?(%|[€£$¥₹])/.exec(after);
  const word = /^[ -]?(\p{L}+)/u.exec(after);
  const direct = symbol ? unitOf(symbol[1]!) : word ? unitOf(wordsOf(word[1]!)[0]!.key) : undefined;
  if (found.money) unit = { name: found.money, factor: 1 };
  else if (direct && !found.unit) {
    unit = direct;
    end += (symbol ?? word)![0].length;
    const points = /^[ -]points?\b/i.exec(text.slice(end));
    if (unit.name === 'percent' && points) {
      unit = unitOf('pp')!;
      end += points[0].length;
    }
  } else if (!found.unit && /^(?:st|nd|rd|th)\b/i.test(after)) {
    unit = { name: 'ordinal', factor: 1 };
    end += 2;
  } else if (!found.unit) unit = counted(after, before);
  if (text[end] === '+') end++;
  return { unit, per: rate(text.slice(end, end + 80)), end };
}

/** «a month» of «$5k a month», «second» of «200 requests per second». */
function rate(after: string): string | null {
  const pattern =
    /^(?: \p{L}+){0,3}? ?(?:\/|\b(?:per|an?|each|every) )(hour|hr|h|day|week|month|mo|year|yr|annum|second|sec|s|minute|min|quarter)s?\b/iu;
  const period = pattern.exec(after)?.[1]?.toLowerCase();
  if (!period) return null;
  return period === 'annum'
    ? 'ye'
    : period === 's'
      ? 'se'
      : period.slice(0, 2).replace('yr', 'ye').replace('hr', 'ho');
}

/** What a plain number counts: the last word of the phrase that follows, or a team's size before it. */
function counted(after: string, before: string): Unit {
  const phrase = /^[+]?[ -](\p{L}[^.,;:()|/\n\u0001\d·•]*)/u.exec(after)?.[1] ?? '';
  let head: string | null = null;
  for (const { key, text } of wordsOf(phrase).slice(0, 4)) {
    if (isFunctionWord(key) || (head !== null && /(?:ing|ed)$/.test(text))) break;
    head = key;
    if ((isCountable(key) && text.endsWith('s')) || after.startsWith('-')) break;
  }
  if (head !== null) return { name: countUnit(head), factor: 1 };
  const isTeam =
    /\b(?:teams?|groups?|squads?|crews?|staff|headcount|department) of(?: (?:over|about|around|up to|nearly|almost|more than|at least|approximately))?$/i;
  return isTeam.test(before) ? { name: 'count:people', factor: 1 } : BARE;
}

/** Words for change say nothing of what changed: «cut costs by 18%» does not hold «cut latency by 18%». */
const CHANGE_STEMS = new Set(
  `reduce reduced decrease increase improve cut cutting grow grew growth raise lower save boost lift achieve deliver drop
  gain slash rise rose fell fall speed shrink expand accelerate enhance optimize optimise bring brought drive drove drove
  reach result total year month week day hour time`
    .split(/\s+/)
    .map(stemOf),
);

function surroundings(span: Span, text: string, words: readonly Word[]) {
  const from = Math.max(
    ...['. ', '\n', '; ', '! ', '? '].map((mark) => text.lastIndexOf(mark, span.start - 1)),
  );
  const stop = /[.;!?](?= |\n|$)|\n/.exec(text.slice(span.end));
  const to = stop ? span.end + stop.index : text.length;
  const about = words.filter(
    (word) =>
      (word.span.end <= span.start || word.span.start >= span.end) && isContent(word) && !unitOf(word.key),
  );
  const sentence = about.filter((word) => word.span.start > from && word.span.end <= to);
  const left = sentence.filter((word) => word.span.end <= span.start).slice(-4);
  const right = sentence.filter((word) => word.span.start >= span.end).slice(0, 4);
  const stems = (list: readonly Word[]) =>
    new Set(list.map(({ key }) => stemOf(key)).filter((stem) => !CHANGE_STEMS.has(stem)));
  return { near: stems([...left, ...right]), sentence: stems(sentence) };
}

/** «from 40 to 12 minutes», «10-15%»: the first number is of the second's unit. */
function inheritUnits(quantities: (Quantity & { factor: number })[], text: string): void {
  for (let index = quantities.length - 2; index >= 0; index--) {
    const quantity = quantities[index]!;
    const next = quantities[index + 1]!;
    const between = text.slice(quantity.span.end, next.span.start);
    if (quantity.unit !== 'bare' || !/^ ?(?:-|to|and|or|->|→) ?$/i.test(between)) continue;
    quantity.unit = next.unit;
    quantity.values = quantity.values.map((value) => rounded(value * next.factor));
    quantity.per = next.per;
  }
}
