import { isOrdinary } from './common-words.ts';
import type { Known } from './known.ts';
import type { Judged } from './types.ts';
import { folded, isFunctionWord, type Word, wordsOf } from './words.ts';

/*
 * Names: words that carry a capital (or digits, or a capital inside) where grammar does not ask for one. In scripts
 * without capitals nothing tells a name, so there every word has to be known.
 */

const UNCASED =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Devanagari}]/u;
const LEGAL =
  /^(?:inc|ltd|llc|llp|plc|gmbh|ag|kg|se|sa|sas|sarl|bv|nv|oy|ab|as|srl|spa|pty|corp|co|ug|ev|sp|zoo|limited|incorporated|corporation|company)$/;
const ORGANISATION =
  /^(?:inc|ltd|llc|plc|gmbh|ag|corp|limited|incorporated|corporation|company|university|universitat|universite|college|school|institute|hospital|bank|group|holding|ventures|foundation|agency|labs|partners|ministry|council)$/;

const startsUpper = ({ text }: Word): boolean => /^\.?\p{Lu}/u.test(text);
/** GitHub, iPhone, NASA, S3, K8s: a name wherever it stands. */
const isMarked = ({ text }: Word): boolean =>
  /\p{L}.*\p{Lu}/u.test(text) || (/\p{L}/u.test(text) && /\p{N}/u.test(text)) || /^\.\p{L}/u.test(text);

/** Marks that a name may contain between its words. */
const INSIDE = /^(?:[ -]|, (?=(?:Inc|Ltd|LLC|LLP|Corp)\b)| ?& ?|\.? )$/;

export function* judgedNames(text: string, known: Known): Generator<Judged> {
  const words = wordsOf(text);
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (UNCASED.test(word.text)) {
      yield judgement('name', [word], knowsUncased(word, known));
      continue;
    }
    if (!startsUpper(word) && !isMarked(word)) continue;
    const phrase = [word];
    while (continues(text, words, at)) phrase.push(words[++at]!);
    yield* judged(phrase, text, known);
  }
}

function continues(text: string, words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (!next || !(startsUpper(next) || isMarked(next))) return false;
  const between = text.slice(words[at]!.span.end, next.span.start);
  // «Acme Ltd. Built» ends a sentence; the point of an initial or a legal suffix does not end a name.
  if (/^\. $/.test(between) && words[at]!.text.length > 1) return false;
  return INSIDE.test(between);
}

function* judged(phrase: Word[], text: string, known: Known): Generator<Judged> {
  const first = phrase[0]!;
  const atStart = isSentenceStart(text, first.span.start);
  let words = phrase;
  if (atStart && !isMarked(first) && isOrdinary(folded(first.text.replace(/'s$/, ''))))
    words = phrase.slice(1);
  if (words.length > 0 && words[0] === first && /^(?:I|A)$/.test(first.text)) words = words.slice(1);
  const essential = withoutLegal(words).filter(({ key }) => key !== '');
  if (essential.length === 0) return;
  const isEmployer =
    phrase.some(({ key }) => ORGANISATION.test(key)) || isAfterAt(text, words[0]!.span.start);
  yield judgement(isEmployer ? 'employer' : 'name', words, supported(essential, known));
}

/** As a whole; or, of a title-cased phrase such as «Customer Retention», every word that is more than grammar. */
function supported(words: readonly Word[], known: Known): boolean {
  if (known.phrase(words)) return true;
  const telling = words.filter(({ key }) => !isFunctionWord(key));
  return telling.length > 0 && telling.length < words.length && known.phrase(telling);
}

function withoutLegal(words: readonly Word[]): readonly Word[] {
  const last = words.findLastIndex(({ key }) => !LEGAL.test(key.replaceAll('.', '')));
  return last < 0 ? words : words.slice(0, last + 1);
}

function knowsUncased(word: Word, known: Known): boolean {
  if (known.phrase([word])) return true;
  // The Arabic article and «and», which are written onto the word.
  const stripped = word.key.replace(/^(?:و?ال|و|ب|ل)(?=.{3})/u, '');
  return stripped !== word.key && known.has((key) => key === stripped || key === `ال${stripped}`);
}

const isAfterAt = (text: string, start: number): boolean =>
  /\b(?:at|joined|joining|for|@) (?:the )?$/i.test(text.slice(Math.max(0, start - 16), start));

function isSentenceStart(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  return start === 0 || /(?:^|[.!?\n•▪◦*;]|\n ?-)["'(«“]? *["'(«“]?$/.test(before) || before.trim() === '';
}

function judgement(kind: Judged['kind'], words: readonly Word[], supported: boolean): Judged {
  return { kind, span: { start: words[0]!.span.start, end: words.at(-1)!.span.end }, supported };
}
