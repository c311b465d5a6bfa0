import { readKind } from '../../../ai/offline/index.ts';
import { analyzeQuery } from '../../../memory/index.ts';
import { loadPlaybook, searchPlaybook } from '../../../playbook/index.ts';

/** Which topic of the playbook a message is about, as far as its words tell. */
export interface MessageTopic {
  /** Null where no piece shares enough of its rarer words. */
  topic: string | null;
  /** The piece that answers it, where one does. */
  piece: string | null;
  /** Whether it says anything at all: «thanks!» does not. */
  hasSubject: boolean;
}

/** Sharing some of a message's rarer words sorts it; the offline coach sorts what it knows by the same bar. */
const SORTED_FROM = 0.3;
/** Of a long message, in UTF-16 units. */
const READ = 600;
/** One word is hardly a subject, unless a piece is about it. */
const LEAST_TERMS = 2;

const SMALL_TALK = new Set(['greeting', 'thanks', 'farewell', 'abilities', 'identity']);

/** Messages never change, so what one is about is found once. Ids and names of topics alone are kept. */
const known = new Map<string, MessageTopic>();
const KEPT = 50_000;

export function topicOf({ id, text }: { id: string; text: string }): MessageTopic {
  let found = known.get(id);
  if (!found) {
    found = read(text.slice(0, READ));
    if (known.size >= KEPT) known.clear();
    known.set(id, found);
  }
  return found;
}

function read(text: string): MessageTopic {
  if (SMALL_TALK.has(readKind(text).kind)) return { topic: null, piece: null, hasSubject: false };
  const [best] = searchPlaybook(text, 1);
  const terms = analyzeQuery(text).terms.filter(({ weight }) => weight === 1);
  const hasSubject = terms.length >= LEAST_TERMS || best?.good === true;
  return {
    topic: hasSubject && best && best.fit >= SORTED_FROM ? best.piece.topic : null,
    piece: hasSubject && best?.good ? best.piece.id : null,
    hasSubject,
  };
}

/** «career-change» as people read it. */
export function nameOfTopic(topic: string): string {
  return topic === 'cv' ? 'CV' : topic === 'ai-tools' ? 'AI tools' : topic.replaceAll('-', ' ');
}

export function titleOfPiece(id: string): string | null {
  return loadPlaybook().byId.get(id)?.title ?? null;
}
