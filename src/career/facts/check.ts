import { findSkills } from '../skills/index.ts';
import { withoutPlay } from './frames.ts';
import { mask } from './mask.ts';
import { slug } from './patterns/pattern.ts';
import { tellingSentences } from './sentences.ts';
import { trapIn } from './traps.ts';
import {
  FACT_KINDS,
  type FactChange,
  type FactKind,
  LONGEST_VALUE,
  SINGLE_KINDS,
  type Statement,
} from './types.ts';

/** What somebody else (a language model) read off a message. Nothing of it is believed before it is checked. */
export interface Claimed {
  kind: string;
  /** Within its kind, where it can have several. */
  key?: string;
  value: string;
  change: string;
  /** The words of the message that say it. */
  evidence: string;
  from?: string | null;
  to?: string | null;
}

const WISHES: ReadonlySet<FactKind> = new Set([
  'goal',
  'preference',
  'target_role',
  'salary_target',
  'constraint',
]);
const CHANGES: ReadonlySet<string> = new Set(['state', 'change', 'past', 'end', 'correction']);
/** A model's reading that passed is right less often than a pattern's. */
const CONFIDENCE = 0.75;

/**
 * A claim as a statement, where the message bears it out: the quote stands in it word for word, outside of quotations,
 * questions and suppositions, tells of the person themselves, and holds the words or the number of the value. Else the
 * reason, which holds no words of the message.
 */
export function checkStatement(
  claimed: Claimed,
  message: string,
  saidAt: Date,
): Statement | { refused: string } {
  const kind = FACT_KINDS.find((known) => known === claimed.kind);
  if (!kind) return { refused: 'unknown kind' };
  const value = claimed.value.replace(/\s+/g, ' ').trim();
  if (!CHANGES.has(claimed.change)) return { refused: 'unknown change' };
  if (value === '' || value.length > LONGEST_VALUE) return { refused: 'value empty or too long' };
  const place = locate(message, claimed.evidence);
  if (!place) return { refused: 'evidence is not in the message' };
  const masked = withoutPlay(mask(message));
  const sentence = tellingSentences(masked).find(
    ({ start, text }) =>
      start <= place.start + 1 && start + text.length >= Math.min(place.end, place.start + 3),
  );
  if (!sentence || masked.slice(place.start, place.end).trim() === '')
    return { refused: 'evidence is quoted, pasted or asked' };
  if (!isOwn(kind, sentence.text)) return { refused: 'not about the person' };
  const from = place.start - sentence.start;
  const trap = trapIn(sentence.text, Math.max(0, from), from + (place.end - place.start), {
    wishIsFine: WISHES.has(kind),
    reportIsFine: kind === 'person',
  });
  if (trap) return { refused: trap };
  if (!isBorneOut(value, sentence.text)) return { refused: 'value is not in the evidence' };
  return {
    kind,
    ...filed(kind, value, claimed.key),
    change: claimed.change as FactChange,
    span: { start: sentence.start, end: sentence.start + sentence.text.length },
    from: dateOf(claimed.from, saidAt),
    to: dateOf(claimed.to, saidAt),
    confidence: CONFIDENCE,
  };
}

/** «My sister works at Acme» tells of the sister. */
function isOwn(kind: FactKind, sentence: string): boolean {
  const others =
    /\bmy (?:\w+ )?(?:sister|brother|mother|father|mom|mum|dad|husband|wife|partner|friend|son|daughter|kids?|child(?:ren)?|parents?|cousin|uncle|aunt|boss|manager|colleague|coworker|neighbou?r|roommate|team|company|employer|girlfriend|boyfriend)(?:'s|s)?\b/gi;
  const text =
    kind === 'person' || kind === 'employer'
      ? sentence.replace(/\bmy (?:employer|company) is\b/gi, 'my')
      : sentence;
  return /\b(?:i|i'm|my|me|mine|we|our)\b/i.test(kind === 'person' ? text : text.replace(others, ' '));
}

/** Under which key a value stands: kinds of one value under their own name, skills under the taxonomy's. */
export function filed(kind: FactKind, value: string, key?: string | null): { key: string; value: string } {
  if (SINGLE_KINDS.has(kind)) return { key: kind, value };
  const skill = kind === 'skill' ? findSkills(value)[0]?.skill : undefined;
  if (skill && skill.name.length + 12 > value.length) return { key: skill.id, value: skill.name };
  return { key: slug(key || value).replace(kind === 'constraint' ? /-/g : /(?!)/, '_') || kind, value };
}

/** Where the quote stands; white space and the form of apostrophes make no difference. */
function locate(message: string, quote: string): { start: number; end: number } | null {
  const parts = quote.trim().split(/\s+/).filter(Boolean);
  if (parts.length === 0 || quote.length > 1_000) return null;
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]"));
  const found = new RegExp(escaped.join('\\s+'), 'i').exec(message);
  return found && { start: found.index, end: found.index + found[0].length };
}

const SMALL = new Set(
  'the and for with per year month hour usd eur gbp chf work job role years needs wants likes prefers does not'.split(
    ' ',
  ),
);

/** Every number of the value, and one of its words at least, stands in the sentence. */
function isBorneOut(value: string, sentence: string): boolean {
  const folded = sentence.toLowerCase();
  const numbers = value.match(/\d+/g) ?? [];
  const plain = folded.replace(/(?<=\d)[,.' ](?=\d{3}\b)/g, '').replace(/(\d+)\s?k\b/g, '$1000');
  if (!numbers.every((number) => plain.includes(number))) return false;
  const words =
    value
      .toLowerCase()
      .match(/[\p{L}+#]{2,}/gu)
      ?.filter((word) => !SMALL.has(word)) ?? [];
  return words.length === 0
    ? numbers.length > 0
    : words.some((word) => folded.includes(word.slice(0, Math.max(4, word.length - 3))));
}

/** A model's date counts where it is one, and not after the message. */
function dateOf(text: string | null | undefined, saidAt: Date): Date | null {
  if (!text || !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text)) return null;
  const date = new Date(`${`${text}-01-01`.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date > saidAt ? null : date;
}
