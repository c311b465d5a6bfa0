import { shorten } from '../../../ai/index.ts';
import { analyzeQuery } from '../../../memory/index.ts';
import { type Item, type ListTurn, listsOf, pointerIn } from './lists.ts';
import { type Person, personOf, pointsBack } from './points-back.ts';
import { slotOf, withSlot } from './slots.ts';
import { withoutLead } from './words.ts';

export interface Turn {
  role: 'user' | 'assistant';
  text: string;
}

export { pointerIn } from './lists.ts';

/** A message as it is looked up. */
export interface Resolved {
  query: string;
  /**
   * `itself`: it needs nothing else. `item`: it names one of a list. `slot`: the question before with another part.
   * `subject`: it points back at what was spoken of.
   */
  how: 'itself' | 'item' | 'slot' | 'subject';
  /** The question in words that need nothing before them; left out where there are none. */
  asks?: string;
  /** What it names of a list, with what is asked of it: «How much is it?»; empty where only the item is named. */
  item?: Item & { turn: number; question: string };
  /** Whom «he» or «she» is about. */
  person?: Person;
}

const LONGEST_QUERY = 1_500;
/** In characters; whoever writes more says what it is about. */
const LONGEST_FOLLOW_UP = 300;
const LONGEST_ITEM = 300;
/** What the conversation was about is followed through so many turns. */
const TURNS = 30;
const MOST_OWN = 4;
/** In a slot there are few words that say something; more are a question of its own. */
const MOST_IN_SLOT = 3;
/** What has more words is no name, and reads badly in a question. */
const MOST_IN_NAME = 4;

const ownWords = (text: string) => analyzeQuery(text).terms.filter(({ weight }) => weight === 1).length;

/** What a conversation has come to. */
interface State {
  about: string | null;
  /** The last question about one of a list, and which one it was. */
  last: { question: string; list: ListTurn; at: number } | null;
}

/**
 * What a message is about, in words that can be looked up. A follow-up («and the second one?», «what about Berlin?»)
 * says little by itself: it is put together with what it follows. A message that stands by itself is left as it is.
 */
export function resolveFollowUp(message: string, conversation: readonly Turn[]): Resolved {
  const skipped = Math.max(0, conversation.length - TURNS);
  const turns = conversation.slice(skipped);
  let state: State = { about: null, last: null };
  for (const [at, turn] of turns.entries()) {
    if (turn.role === 'user') state = stateAfter(turn.text, state, turns.slice(0, at));
  }
  const { resolved } = resolve(message, state, turns);
  const { item, person } = resolved;
  return {
    ...resolved,
    ...(item && { item: { ...item, turn: item.turn + skipped } }),
    ...(person && { person: { ...person, turn: person.turn + skipped } }),
  };
}

/** What is spoken of after a message of the person's. */
function stateAfter(text: string, state: State, before: readonly Turn[]): State {
  const { resolved, last } = resolve(text, state, before);
  const { query, how } = resolved;
  if (how === 'itself') {
    const says = ownWords(text.slice(0, LONGEST_QUERY)) > 0;
    return says ? { about: shorten(text.trim(), LONGEST_QUERY / 2), last: null } : state;
  }
  // «How long did that take?» asks further about the same.
  if (how === 'subject') return state;
  return { about: query.split('\n')[0]!, last };
}

function resolve(
  message: string,
  { about, last }: State,
  before: readonly Turn[],
): { resolved: Resolved; last: State['last'] } {
  const text = message.trim();
  const itself: Resolved = { query: shorten(text, LONGEST_QUERY), how: 'itself' };
  const as = (resolved: Resolved) => ({ resolved, last: null });
  if ((about === null && before.length === 0) || text.length > LONGEST_FOLLOW_UP) return as(itself);
  const own = ownWords(text);
  const pointed = pointedAt(text, last, before) ?? (own <= MOST_OWN ? namedAgain(text, last) : null);
  if (pointed) return ofItem(pointed);
  if (about === null) return as(itself);
  const slot = slotOf(text);
  if (slot && ownWords(slot.words) <= MOST_IN_SLOT) {
    const query = withSlot(about, slot);
    return as({ query, how: 'slot', ...(/\?$/.test(query) && { asks: query }) });
  }
  if (!pointsBack(text, own)) return as(itself);
  const person = personOf(text, before);
  if (person === null || about.includes(person.name))
    return as({ query: `${about}\n${itself.query}`, how: 'subject', ...(person && { person }) });
  // What was told of the person, rather than what was spoken of since.
  const told = shorten(before[person.turn]!.text.trim(), LONGEST_QUERY / 2);
  const subject = before[person.turn]!.role === 'user' ? told : `${about} ${person.name}`;
  return as({ query: `${subject}\n${itself.query}`, how: 'subject', person });
}

interface Pointed {
  list: ListTurn;
  at: number;
  /** The question, with a mark where it names the item. */
  question: string;
}

/** Stands for the item in a question about it. */
const ITEM = '\u0000';

/** «The second one», «the other one»: of the latest list that has so many, and asked as before where it asks nothing. */
function pointedAt(text: string, last: State['last'], before: readonly Turn[]): Pointed | null {
  const pointer = pointerIn(text);
  if (!pointer) return null;
  const asked = `${text.slice(0, pointer.start)}${ITEM}${text.slice(pointer.end)}`;
  if (ownWords(asked.replace(ITEM, ' ')) > MOST_OWN) return null;
  const question = last && asksNothing(asked) ? last.question : asked;
  if (pointer.isOther && last?.list.items.length === 2) return { list: last.list, at: 1 - last.at, question };
  const { ordinal } = pointer;
  const lists = listsOf(before);
  const list =
    (last && lists.find(({ turn, items }) => turn === last.list.turn && items.at(ordinal) !== undefined)) ??
    lists.find(({ items }) => items.at(ordinal) !== undefined);
  return list ? { list, at: ordinal < 0 ? list.items.length + ordinal : ordinal, question } : null;
}

/** «And the second one, please?» */
const asksNothing = (asked: string) =>
  (asked.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []).every((word) => EMPTY.has(word));
const EMPTY = new Set(
  'and or but also then so ok okay yes no well hm please now again too what how about'.split(' '),
);

/** «And Bosch?», asked of another one of the list before. */
function namedAgain(text: string, last: State['last']): Pointed | null {
  const slot = last && slotOf(text);
  if (!slot) return null;
  const at = last.list.items.findIndex(({ name }) => name.toLowerCase() === slot.words.toLowerCase());
  return at < 0 ? null : { ...last, at };
}

function ofItem({ list, at, question }: Pointed): { resolved: Resolved; last: State['last'] } {
  const item = list.items[at]!;
  const isNamed = item.name.split(/\s+/).length <= MOST_IN_NAME;
  const put = (name: string) => question.replace(ITEM, name).replace(/\s+/g, ' ').trim();
  const rest = put(isNamed ? item.name : ' ');
  const words = shorten(item.words, LONGEST_ITEM);
  const isEmpty = asksNothing(question);
  // Of «and the second one, please» the ordinal says nothing of what is looked for.
  const said = isEmpty ? bareWords(question) : rest;
  return {
    resolved: {
      query: said ? `${words}\n${said}` : words,
      how: 'item',
      asks: isNamed && !isEmpty ? rest : `What about ${words.replace(/[.!?…]+$/, '')}?`,
      item: { ...item, turn: list.turn, question: isEmpty ? '' : put('it') },
    },
    last: { question, list, at },
  };
}

/** What a message says beside the one of the list that it points at. */
function bareWords(question: string): string {
  const words = withoutLead(question.replace(ITEM, ' '))
    .replace(/^\W+|\W+$/g, '')
    .replace(/^(?:and|or|what about|how about)\b\W*/i, '');
  return /\p{L}/u.test(words) ? words : '';
}
