import { relevant } from '../../memory/index.ts';
import type { Memory, Recalled, Role } from '../../memory/types.ts';
import type { Store } from '../../store/index.ts';
import { identitiesOf } from '../account/index.ts';
import { type Rating, ratingsOf } from '../feedback/index.ts';
import { snippetOf } from '../insights/index.ts';
import { adviceOn } from './found-by-question.ts';
import { gist, type RecentTalk } from './recent.ts';

export const ADVICE_ENGINE = 'recall+ratings/1';

export interface PastAdvice {
  id: string;
  message_id: string;
  conversation_id: string | null;
  created_at: string;
  snippet: string;
  rating: Rating['rating'] | null;
  /** 0 to 1: how likely it bears on what was said; null where only keywords or only vectors could tell. */
  confidence: number | null;
  why: string;
  /** What it is recommended for. */
  because: { conversation_id: string | null; message_ids: string[] };
  engine: string;
}

const SHOWN = 5;
/** Less likely than that, nobody is told of it unasked. */
const LEAST_CONFIDENCE = 0.12;
const ASKED = 10;
/** What was found helpful comes before what nobody said anything about, unless that fits far better. */
const HELPFUL = 0.25;
/** Shorter replies are no advice. In UTF-16 units. */
const LEAST = 80;
/** Kinds of the offline engine's replies that advise nothing. */
const NO_ADVICE = new Set([
  'greeting',
  'thanks',
  'farewell',
  'abilities',
  'identity',
  'crisis',
  'about-you',
  'nothing',
]);

interface Found {
  reply: Recalled;
  talk: RecentTalk;
}

/** What the coach said in earlier conversations that bears on the recent ones; what did not help is left out. */
export async function pastAdvice(
  { memory, store }: { memory: Pick<Memory, 'list' | 'recall'>; store: Pick<Store, 'read'> },
  user: string,
  talks: readonly RecentTalk[],
  signal?: AbortSignal,
): Promise<{ items: PastAdvice[]; mode: string | null }> {
  const found = new Map<string, Found>();
  let mode: string | null = null;
  for (const talk of talks) {
    const recall = (role: Role) =>
      memory.recall(user, {
        query: gist(talk),
        k: ASKED,
        filters: { role },
        ...(talk.conversation_id !== null && { excludeConversation: talk.conversation_id }),
        signal,
      });
    const [said, asked] = await Promise.all([recall('assistant'), recall('user')]);
    mode = said.mode;
    const shown = await adviceOn(memory, user, relevant(asked.results));
    for (const reply of [...relevant(said.results), ...shown]) {
      const known = found.get(reply.id);
      if (
        isAdvice(reply) &&
        weightOf(reply) >= LEAST_CONFIDENCE &&
        (!known || weightOf(known.reply) < weightOf(reply))
      )
        found.set(reply.id, { reply, talk });
    }
  }
  const ratings = await store.read(async (db) =>
    ratingsOf(db, await identitiesOf(db, user), [...found.keys()]),
  );
  const worth = ({ reply }: Found) =>
    weightOf(reply) + (ratings.get(reply.id)?.rating === 'helpful' ? HELPFUL : 0);
  const items = [...found.values()]
    .filter(({ reply }) => ratings.get(reply.id)?.rating !== 'not_helpful')
    .sort((a, b) => worth(b) - worth(a) || b.reply.created_at.localeCompare(a.reply.created_at));
  return { items: withoutRepeats(items).slice(0, SHOWN).map(toItem), mode };

  function toItem({ reply, talk }: Found): PastAdvice {
    const { id, message_id, conversation_id, created_at, text, confidence } = reply;
    const rating = ratings.get(id)?.rating ?? null;
    const helped = rating === 'helpful' ? ', and you found it helpful' : '';
    return {
      id,
      message_id,
      conversation_id,
      created_at,
      snippet: snippetOf(text, 300),
      rating,
      confidence: confidence ?? null,
      why: `The coach said this on ${created_at.slice(0, 10)}; it bears on what you talked about on ${dayOf(talk)}${helped}.`,
      because: {
        conversation_id: talk.conversation_id,
        message_ids: talk.messages.slice(-3).map((message) => message.message_id),
      },
      engine: ADVICE_ENGINE,
    };
  }
}

const weightOf = ({ confidence }: Recalled) => confidence ?? 0.5;
const dayOf = ({ messages }: RecentTalk) => messages.at(-1)!.created_at.slice(0, 10);

function isAdvice({ text, metadata }: Recalled): boolean {
  const kind = metadata?.kind;
  return (
    text.length >= LEAST && !(typeof kind === 'string' && NO_ADVICE.has(kind)) && metadata?.partial !== true
  );
}

/** The offline engine says the same where the same is asked. */
function withoutRepeats(items: readonly Found[]): Found[] {
  const texts = new Set<string>();
  return items.filter(({ reply }) => {
    const start = reply.text.slice(0, 200);
    return !texts.has(start) && texts.add(start);
  });
}
