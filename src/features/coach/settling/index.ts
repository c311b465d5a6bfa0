import { blockQuote, readKind, sentencesOf } from '../../../ai/offline/index.ts';
import { kindName, LONGEST_VALUE, type Statement } from '../../../career/facts/index.ts';
import type { MemoryMessage, RememberedMessage } from '../../../memory/types.ts';
import type { Fact, Facts } from '../../facts/index.ts';
import { type Choice, readChoice } from './choice.ts';
import { correctedFact, meantBy, readAs } from './meant.ts';

/** What settling needs of the profile. */
export type SettlingFacts = Pick<Facts, 'about' | 'learn' | 'note'>;

export interface Said {
  user: string;
  message: string;
  kept: Pick<RememberedMessage, 'id' | 'created_at'>;
  /** The conversation before it, oldest first. */
  conversation: readonly MemoryMessage[];
}

export interface Learned {
  /** What the message told of the person, in relation to what was known. */
  facts: Fact[];
  /** What it settled, to be told: an answer to which of two is right, or a correction; null where it did neither. */
  settled: Settled | null;
}

export interface Settled {
  text: string;
  /** The message says nothing else. */
  isAll: boolean;
  /** What counts now, and what no longer does. */
  facts: Fact[];
}

/**
 * Learns what a message says of the person. A short one may say it only to those who heard what came before: «the second
 * one», asked which of two is right, or «no, I meant Lyon». Each such fact points at the message like any other.
 */
export async function learnFrom(facts: SettlingFacts, said: Said): Promise<Learned> {
  const { user, message, kept, conversation } = said;
  const learned = await facts.learn(user, kept.id);
  const rivals = await rivalsAskedAbout(facts, user, conversation, learned);
  if (rivals.length > 0) {
    const chosen = await settleRivals(facts, said, rivals);
    if (chosen) return withFresh(facts, user, learned, chosen);
  }
  const meant = learned.length === 0 ? meantBy(message) : null;
  const before = conversation.findLast(({ role }) => role === 'user');
  if (!meant || !before) return { facts: learned, settled: null };
  const told = (await facts.about(user, { messageRows: [before.id] })).filter(
    (fact) => fact.message_row === before.id && isCurrent(fact),
  );
  const corrected = correctedFact(meant, told, new Date(kept.created_at));
  if (!corrected) return { facts: learned, settled: null };
  const { fact, reading } = corrected;
  const added = await facts.note(user, kept.id, [
    statement(said, { ...reading, key: fact.key }, 'correction', meant.words),
  ]);
  if (added.length === 0) return { facts: learned, settled: null };
  const text = `Noted as a correction of this:\n\n${blockQuote(fact.text)}\n\n${kindName(fact.kind)}: ${bold(added[0]!)}, and not ${bold(fact)}.`;
  return { facts: added, settled: { text, facts: [...added, fact], isAll: true } };
}

const isCurrent = (fact: Fact) => fact.valid_to === null && fact.superseded_by === null;

/** What is settled changes how the facts of the same message stand. */
async function withFresh(
  facts: SettlingFacts,
  user: string,
  learned: readonly Fact[],
  { settled, kinds, messageRow }: { settled: Settled; kinds: Fact['kind'][]; messageRow: string },
): Promise<Learned> {
  const now = await facts.about(user, {
    kinds: [...new Set([...kinds, ...learned.map(({ kind }) => kind)])],
  });
  return { facts: now.filter(({ message_row }) => message_row === messageRow), settled };
}

/** The facts whose difference the coach asked about last, in the order of its question; what was learned may settle it. */
async function rivalsAskedAbout(
  facts: SettlingFacts,
  user: string,
  conversation: readonly MemoryMessage[],
  learned: readonly Fact[],
): Promise<Fact[]> {
  const last = conversation.at(-1);
  const questions = last?.role === 'assistant' ? askingParts(last.text) : [];
  if (questions.length === 0) return [];
  const by = new Set(learned.flatMap(({ id, superseded_by }) => [id, superseded_by]));
  const wasSettled = ({ id, superseded_by }: Fact) =>
    superseded_by !== null && by.has(superseded_by) && !learned.some((one) => one.id === id);
  const isKept = (fact: Fact) => isCurrent(fact) && by.has(fact.id);
  const all = (await facts.about(user, {})).filter(
    (fact) => fact.contradicts.length > 0 || wasSettled(fact) || isKept(fact),
  );
  const groups = [...Map.groupBy(all, ({ kind, key }) => `${kind} ${key}`).values()];
  const named = questions.flatMap((question) => groups.map((group) => namedIn(question, group)));
  return named.find((group) => group.length > 1) ?? [];
}

function namedIn(question: string, group: readonly Fact[]): Fact[] {
  return group
    .map((fact) => ({ fact, at: placeIn(question, fact.value) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ fact }) => fact);
}

/** Of a reply, in characters from its end: what it asks stands there. */
const LONGEST_QUESTION = 1_200;

/** The sentence of a reply that asks; else its paragraph with the one before: «You said A and B. Which is right?» */
function askingParts(reply: string): string[] {
  const paragraphs = reply
    .slice(-LONGEST_QUESTION)
    .split(/\n{2,}/)
    .filter((one) => one.trim() !== '');
  const at = paragraphs.findLastIndex((one) => /[?？]/.test(one));
  if (at < 0) return [];
  const sentence = sentencesOf(paragraphs[at]!).findLast((one) => /[?？]/.test(one));
  return [...(sentence ? [sentence] : []), paragraphs.slice(Math.max(0, at - 1), at + 1).join('\n')];
}

/** Where a text names a value, whatever is set around it; -1 where it does not. */
function placeIn(text: string, value: string): number {
  const bare = (words: string) =>
    ` ${words
      .toLowerCase()
      .replace(/(?<=\d)[,.' ](?=\d{3}\b)/g, '')
      .replace(/\b(\d+(?:\.\d+)?) ?k\b/g, (_, digits: string) => String(Math.round(Number(digits) * 1_000)))
      .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
      .trim()} `;
  const [first = value] = value.split(',');
  // Of pay the amount tells; currency and period may be left out.
  const name = /^\d{4,}/.exec(value)?.[0] ?? first;
  return bare(text).indexOf(bare(name));
}

async function settleRivals(
  facts: SettlingFacts,
  said: Said,
  rivals: readonly Fact[],
): Promise<{ settled: Settled; kinds: Fact['kind'][]; messageRow: string } | null> {
  const { user, kept } = said;
  const { kind, key } = rivals[0]!;
  const standing = async () =>
    (await facts.about(user, { kinds: [kind] })).filter((fact) => fact.key === key && isCurrent(fact));
  let now = await standing();
  const stillOpen = rivals.filter((rival) =>
    now.some(({ id, contradicts }) => id === rival.id && contradicts.length),
  );
  const choice = stillOpen.length > 1 ? readChoice(said.message, rivals) : null;
  if (stillOpen.length > 1) {
    const statements = choice ? statementsFor(said, choice, rivals) : [];
    if (statements.length === 0) return null;
    await facts.note(user, kept.id, statements);
    now = await standing();
  }
  const text = `Noted. ${tellSettled(now, rivals)}`;
  const isAll = readKind(said.message).kind === 'statement';
  const settled = { text, facts: [...now, ...rivals], isAll };
  return { settled, kinds: [kind], messageRow: kept.id };
}

function tellSettled(now: readonly Fact[], rivals: readonly Fact[]): string {
  const name = kindName(rivals[0]!.kind);
  const gone = rivals.filter(({ id }) => !now.some((fact) => fact.id === id));
  if (now.length === 0)
    return `${name}: neither ${listed(gone, 'nor')} counts any longer. Tell me what is so.`;
  if (gone.length === 0) return `${name}: ${listed(now, 'and')}. I keep both, and will not ask again.`;
  return `${name}: ${listed(now, 'and')}. No longer: ${listed(gone, 'and')}, which I keep in the history.`;
}

const bold = ({ kind, value }: Pick<Fact, 'kind' | 'value'>) => {
  const shown = kind.startsWith('salary')
    ? value.replace(/^\d+/, (digits) => Number(digits).toLocaleString('en'))
    : value;
  return `**${shown.replace(/[\\`*_<>[\]|~]/g, '\\$&')}**`;
};
const listed = (facts: readonly Fact[], joint: string) => {
  const names = facts.map(bold);
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} ${joint} ${names.at(-1)}` : names.join('');
};

function statementsFor(said: Said, choice: Choice, rivals: readonly Fact[]): Statement[] {
  switch (choice.kind) {
    case 'one':
      return [statement(said, rivals[choice.at]!, 'state')];
    case 'both':
      return choice.at.map((at) => statement(said, rivals[at]!, 'state'));
    case 'neither': {
      const instead = choice.instead === null ? null : readInstead(said, choice.instead, rivals);
      return instead ? [instead] : rivals.map((rival) => statement(said, rival, 'end'));
    }
    default: {
      const other = readInstead(said, choice.words, rivals);
      return other ? [other] : [];
    }
  }
}

/** A value that was not asked about, read in the place of one that was; it takes the place of all of them. */
function readInstead(said: Said, words: string, rivals: readonly Fact[]): Statement | null {
  if (!/^[\p{Lu}\d$€£]/u.test(words)) return null;
  const readings = rivals.map((rival) => readAs(rival, words, new Date(said.kept.created_at)));
  const reading = readings.findLast((one) => one !== null);
  return reading ? statement(said, reading, 'change', words) : null;
}

const CONFIDENCE = 0.95;

/** Points at the words of the message that say it: `words`, else all of them. */
function statement(
  { message }: Said,
  { kind, key, value }: Pick<Fact, 'kind' | 'key' | 'value'>,
  change: Statement['change'],
  words = message.trim(),
): Statement {
  const start = Math.max(0, message.indexOf(words));
  return {
    kind,
    key,
    value: value.slice(0, LONGEST_VALUE),
    change,
    span: { start, end: start + words.length },
    from: null,
    to: null,
    confidence: CONFIDENCE,
  };
}
