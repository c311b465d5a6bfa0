import { shorten } from '../../../ai/index.ts';
import { analyzeQuery } from '../../../memory/index.ts';
import { itemOf, ordinalOf } from './lists.ts';
import { personOf, pointsBack } from './points-back.ts';
import { slotOf, withSlot } from './slots.ts';

export interface Turn {
  role: 'user' | 'assistant';
  text: string;
}

/** A message as it is looked up. */
export interface Resolved {
  query: string;
  /**
   * `itself`: it needs nothing else. `item`: it names one of a list. `slot`: the question before with another part.
   * `subject`: it points back at what was spoken of.
   */
  how: 'itself' | 'item' | 'slot' | 'subject';
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

const ownWords = (text: string) => analyzeQuery(text).terms.filter(({ weight }) => weight === 1).length;

/**
 * What a message is about, in words that can be looked up. A follow-up («and the second one?», «what about Berlin?»)
 * says little by itself: it is put together with what it follows. A message that stands by itself is left as it is.
 */
export function resolveFollowUp(message: string, conversation: readonly Turn[]): Resolved {
  const turns = conversation.slice(-TURNS);
  let about: string | null = null;
  for (const [at, turn] of turns.entries()) {
    if (turn.role === 'user') about = subjectAfter(turn.text, about, turns.slice(0, at));
  }
  return resolve(message, about, turns);
}

/** What is spoken of after a message of the person's. */
function subjectAfter(text: string, about: string | null, before: readonly Turn[]): string | null {
  const { query, how } = resolve(text, about, before);
  if (how === 'itself')
    return ownWords(text.slice(0, LONGEST_QUERY)) > 0 ? shorten(text.trim(), LONGEST_QUERY / 2) : about;
  // «How long did that take?» asks further about the same.
  if (how === 'subject') return about;
  return query.split('\n')[0]!;
}

function resolve(message: string, about: string | null, before: readonly Turn[]): Resolved {
  const text = message.trim();
  const itself: Resolved = { query: shorten(text, LONGEST_QUERY), how: 'itself' };
  if ((about === null && before.length === 0) || text.length > LONGEST_FOLLOW_UP) return itself;
  const own = ownWords(text);
  const ordinal = own <= MOST_OWN ? ordinalOf(text) : null;
  const item = ordinal === null ? null : itemOf(ordinal, before);
  if (item !== null) return { query: `${shorten(item, LONGEST_ITEM)}\n${itself.query}`, how: 'item' };
  if (about === null) return itself;
  const slot = slotOf(text);
  if (slot && ownWords(slot.words) <= MOST_IN_SLOT) return { query: withSlot(about, slot), how: 'slot' };
  if (!pointsBack(text, own)) return itself;
  const person = personOf(text, before);
  const subject = person === null || about.includes(person) ? about : `${about} ${person}`;
  return { query: `${subject}\n${itself.query}`, how: 'subject' };
}
