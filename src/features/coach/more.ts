import { pointTo, wholePiece } from '../../ai/offline/index.ts';
import { type Piece, searchPlaybook } from '../../playbook/index.ts';
import { aboutWhat } from './conversation.ts';

/** «Tell me more»: goes on where the last answer ended, and is about nothing by itself. */
const MORE =
  /^(?:(?:ok(?:ay)?|yes|please|thanks|thank you|and|great|good|cool|hm+|can you|could you)\b[,.! ]*)*(?:(?:tell|give|show) me (?:some |a bit |a little )?more(?: (?:about|on|of) (?:that|this|it))?|say more|more(?: (?:please|of that|on that|about that))?|go on|continue|keep going|what else(?: (?:is there|can i do|do you (?:have|know)))?|anything else|and then|next(?: one)?)(?: please)?[\s.!?…]*$/i;

export function asksForMore(message: string): boolean {
  return message.length <= 80 && MORE.test(message.trim());
}

interface Turn {
  role: 'user' | 'assistant';
  text: string;
}

const FROM_PLAYBOOK = /_From the playbook \(([\w-]+)\)|from the playbook:/g;
const LOOKED_AT = 8;
/** More is wanted than the answer itself: a piece with this share of the best one's score, or of the same topic. */
const NEAR = 0.4;
const KIN = 0.35;

/**
 * The next piece on the question that «tell me more» is asked about. Null where the message asks nothing of the kind, or
 * the last answer was not from the playbook.
 */
export function furtherAdvice({
  message,
  conversation,
}: {
  message: string;
  conversation: readonly Turn[];
}): { text: string; pieces: Piece[] } | null {
  const last = conversation.at(-1);
  const at = conversation.findLastIndex(({ role, text }) => role === 'user' && !asksForMore(text));
  if (!asksForMore(message) || at < 0 || last?.role !== 'assistant') return null;
  if (last.text !== NO_MORE && !last.text.match(FROM_PLAYBOOK)) return null;
  const shown = shownPieces(conversation);
  const hits = searchPlaybook(aboutWhat(conversation[at]!.text, conversation.slice(0, at)), LOOKED_AT);
  const [best] = hits;
  const left = hits
    .filter(({ good, score, fit, piece }) => {
      const isNear = good && score >= NEAR * best!.score;
      return !shown.has(piece.id) && (isNear || (piece.topic === best!.piece.topic && fit >= KIN));
    })
    .map(({ piece }) => piece);
  const [next, ...others] = left;
  if (!next) return { text: NO_MORE, pieces: [] };
  const further = others.slice(0, 2);
  const also = further.length ? `\n\nSee also:\n\n${further.map(pointTo).join('\n')}` : '';
  return { text: `${wholePiece(next)}${also}`, pieces: [next, ...further] };
}

const NO_MORE =
  'That is all that the playbook has on this. Ask about a part of it, or tell me how it is with you, and I will look again.';

/** The ids of the pieces that a conversation has shown whole. */
function shownPieces(conversation: readonly Turn[]): Set<string> {
  const shown = conversation
    .filter(({ role }) => role === 'assistant')
    .flatMap(({ text }) => [...text.matchAll(FROM_PLAYBOOK)].flatMap(([, id]) => id ?? []));
  return new Set(shown);
}
