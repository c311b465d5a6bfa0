import {
  blockQuote,
  dayOf,
  pointTo,
  readKind,
  sentencesOf,
  wantedBy,
  wholePiece,
} from '../../ai/offline/index.ts';
import { analyzeQuery } from '../../memory/index.ts';
import type { MemoryMessage } from '../../memory/types.ts';
import { loadPlaybook, type Piece, searchPlaybook } from '../../playbook/index.ts';
import type { Question } from './engine.ts';
import { pointerIn, type Resolved } from './follow-up/index.ts';

/** An answer that stands in the conversation itself: no search finds it better. */
export interface PointedAnswer {
  kind: 'recall' | 'advice';
  text: string;
  quoted: MemoryMessage[];
  pieces: Piece[];
}

/** Answers a follow-up that points at one of a list, or at what somebody said; null where the conversation does not tell. */
export function answerPointed(
  message: string,
  resolved: Resolved,
  { conversation, utcOffset }: Pick<Question, 'conversation' | 'utcOffset'>,
): PointedAnswer | null {
  const { item, person } = resolved;
  if (item) {
    if (readKind(message).kind === 'statement' && !isBare(message)) return null;
    const turn = conversation[item.turn]!;
    // A list that the coach quotes is the person's.
    const own = turn.role === 'user' ? turn : conversation.findLast((one) => isSaid(one, item.words));
    return own ? ownItem(item, own, utcOffset) : pieceItem(item, turn);
  }
  if (!person) return null;
  const turn = conversation[person.turn]!;
  return turn.role === 'user' ? saidBy(message, { name: person.name, utcOffset }, turn) : null;
}

const isSaid = ({ role, text }: MemoryMessage, words: string) => role === 'user' && text.includes(words);

/** «And the second one, please»: names one of a list, and tells nothing of it. */
function isBare(message: string): boolean {
  const pointer = pointerIn(message);
  const rest = pointer ? message.slice(0, pointer.start) + message.slice(pointer.end) : message;
  return (
    rest
      .toLowerCase()
      .match(/[\p{L}\p{N}']+/gu)
      ?.every((word) => BARE.has(word)) ?? true
  );
}

const BARE = new Set(
  'and or also then so ok okay yes please now again what how about me tell more explain show number option tip step point'.split(
    ' ',
  ),
);

/** What the person told of one of several, where that is what is asked, or nothing more than which one. */
function ownItem(
  item: NonNullable<Resolved['item']>,
  turn: MemoryMessage,
  utcOffset: number | undefined,
): PointedAnswer | null {
  if (item.words === item.name || !answers(item.question, item.words)) return null;
  const at = turn.text.indexOf(item.words);
  const end = at + item.words.length;
  const cut = /^[\s.!?]*$/.test(turn.text.slice(end)) ? '' : ' …';
  const quote = `${at > 0 ? '… ' : ''}${item.words}${cut}`;
  return {
    kind: 'recall',
    text: `On ${dayOf(turn.created_at, utcOffset)} you said:\n\n${blockQuote(quote)}`,
    quoted: [turn],
    pieces: [],
  };
}

function answers(question: string, words: string): boolean {
  if (question === '' || isBare(question.replace(/\bit\b/, ''))) return true;
  const wanted = wantedBy(question);
  if (wanted) return wanted.valuesIn(words).length > 0;
  const told = new Set(analyzeQuery(words).terms.map(({ term }) => term));
  const asked = analyzeQuery(question).terms.filter(({ weight }) => weight === 1);
  return asked.length > 0 && asked.every(({ term }) => told.has(term));
}

const FROM_PLAYBOOK = /_From the playbook \(([\w-]+)\)/;
const FURTHER = 2;

/** A step of a piece with where it is from, or the piece that a bullet named. */
function pieceItem(item: NonNullable<Resolved['item']>, turn: MemoryMessage): PointedAnswer | null {
  const bullet = searchPlaybook(item.words, 1)[0]?.piece;
  if (bullet && item.words.startsWith(`${bullet.title}: `))
    return { kind: 'advice', text: wholePiece(bullet), quoted: [], pieces: [bullet] };
  const id = FROM_PLAYBOOK.exec(turn.text)?.[1];
  const piece = loadPlaybook().pieces.find((one) => one.id === id);
  if (!piece) return null;
  const step = stepOf(turn.text, item.words);
  const further = searchPlaybook(item.words, FURTHER + 1)
    .filter((hit) => hit.good && hit.piece.id !== piece.id)
    .slice(0, FURTHER)
    .map((hit) => hit.piece);
  const more = further.length
    ? `More on it, from the playbook:\n\n${further.map(pointTo).join('\n')}\n\nAsk me about any of these for the steps.`
    : 'That is all that the playbook has on it. Tell me how it is with you, and I will look again.';
  return {
    kind: 'advice',
    text: `That point, of **${piece.title}**:\n\n${blockQuote(step)}\n\n${more}\n\n_From the playbook (${piece.id})._`,
    quoted: [],
    pieces: [piece, ...further],
  };
}

/** The line of a reply that an item stands in, as it is written there. */
function stepOf(reply: string, words: string): string {
  const bare = (line: string) =>
    line
      .replace(/^\s*(?:\d{1,2}[.)]|[-*+•]|>)\s*/, '')
      .replace(/[*_`]{1,3}/g, '')
      .trim();
  const line = reply.split('\n').find((one) => bare(one) === words);
  return line?.replace(/^\s*(?:\d{1,2}[.)]|[-*+•]|>)\s*/, '').trim() ?? words;
}

/** Questions for somebody's words, and the words that bring them. */
const SPEECH: [RegExp, RegExp][] = [
  [/\b(?:say|said|tell|told|mention(?:ed)?)\b/i, /\b(?:says?|said|tells?|told|mention(?:s|ed))\b/i],
  [/\bask(?:ed)?\b/i, /\bask(?:s|ed)\b/i],
  [/\b(?:want|wanted|expect)\b/i, /\b(?:wants?|wanted|expects?|expected)\b/i],
  [/\b(?:offer|promise)(?:ed|d)?\b/i, /\b(?:offers?|offered|promises?|promised)\b/i],
];

/** «What did she say?»: the sentences that tell it, from where the person is named. */
function saidBy(
  message: string,
  { name, utcOffset }: { name: string; utcOffset: number | undefined },
  turn: MemoryMessage,
): PointedAnswer | null {
  const wanted = SPEECH.find(([asked]) => asked.test(message))?.[1];
  if (!wanted) return null;
  const sentences = sentencesOf(turn.text);
  const from = sentences.findIndex((sentence) => sentence.includes(name));
  if (from < 0) return null;
  const tells = (sentence: string) => /\b(?:he|she)\b/i.test(sentence) && wanted.test(sentence);
  const at = sentences.findIndex(
    (sentence, i) => i >= from && (tells(sentence) || (sentence.includes(name) && wanted.test(sentence))),
  );
  // Far from the name it may be somebody else's.
  if (at < 0 || at - from > NEAR) return null;
  const asked = analyzeQuery(message).terms.filter(({ weight }) => weight === 1);
  const quote = sentences.slice(from, at + 1).join(' ');
  const told = new Set(analyzeQuery(quote).terms.map(({ term }) => term));
  const says = new Set(
    analyzeQuery('say said tell told mention ask want expect offer promise').terms.map(({ term }) => term),
  );
  if (!asked.every(({ term }) => told.has(term) || says.has(term))) return null;
  return {
    kind: 'recall',
    text: `On ${dayOf(turn.created_at, utcOffset)} you said:\n\n${blockQuote(quote)}`,
    quoted: [turn],
    pieces: [],
  };
}

const NEAR = 2;
