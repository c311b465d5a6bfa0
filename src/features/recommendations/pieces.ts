import { adviceQueries } from '../../ai/offline/index.ts';
import type { Memory, MemoryMessage } from '../../memory/types.ts';
import { type Piece, searchPlaybook } from '../../playbook/index.ts';
import { nameOfTopic } from '../insights/index.ts';
import { gist, type RecentTalk } from './recent.ts';

export const PIECES_ENGINE = 'playbook-words/1';

export interface RecommendedPiece {
  id: string;
  title: string;
  topic: string;
  /** The answer in a sentence or two. */
  lead: string;
  sources: string[];
  /** 0 to 1: how much of what was said the piece is about, at its best. */
  fit: number;
  why: string;
  because: { message_ids: string[] };
  engine: string;
}

const SHOWN = 5;
const HITS = 6;
/** Replies that are looked through for what was shown before. */
const REPLIES = 500;

interface Fitting {
  piece: Piece;
  fit: number;
  /** Summed over what was said, so that a pattern counts more than a chance hit. */
  weight: number;
  messages: Set<MemoryMessage>;
}

/** Pieces of the playbook that fit what was said lately and that the coach has not shown yet. */
export async function fittingPieces(
  memory: Pick<Memory, 'list'>,
  user: string,
  talks: readonly RecentTalk[],
): Promise<RecommendedPiece[]> {
  const fitting = new Map<string, Fitting>();
  const note = (query: string, messages: readonly MemoryMessage[]) => {
    for (const { piece, fit, good } of searchPlaybook(query, HITS)) {
      if (!good) continue;
      const known = fitting.get(piece.id) ?? { piece, fit: 0, weight: 0, messages: new Set() };
      known.fit = Math.max(known.fit, fit);
      known.weight += fit;
      for (const message of messages) known.messages.add(message);
      fitting.set(piece.id, known);
    }
  };
  for (const talk of talks) {
    for (const message of talk.messages.slice(-8)) {
      const text = message.text.slice(0, 600);
      note(text, [message]);
      // News shares few words with the advice that it calls for.
      for (const query of adviceQueries(text)) note(query, [message]);
    }
    if (talk.messages.length > 1) note(gist(talk), talk.messages.slice(-3));
  }
  const shown = await shownPieces(memory, user);
  return [...fitting.values()]
    .filter(({ piece }) => !shown.has(piece.id))
    .sort((a, b) => b.weight - a.weight || b.fit - a.fit || a.piece.id.localeCompare(b.piece.id))
    .slice(0, SHOWN)
    .map(({ piece, fit, messages }) => ({
      id: piece.id,
      title: piece.title,
      topic: piece.topic,
      lead: piece.lead,
      sources: piece.sources,
      fit: Math.round(fit * 100) / 100,
      why: `It fits ${messages.size === 1 ? 'something' : `${messages.size} things`} you said lately about ${nameOfTopic(piece.topic)}, and the coach has not shown it to you yet.`,
      because: { message_ids: [...messages].slice(-5).map(({ message_id }) => message_id) },
      engine: PIECES_ENGINE,
    }));
}

/** What a reply rests on is kept with it. Metadata may be anybody's: what has another shape tells of no piece. */
async function shownPieces(memory: Pick<Memory, 'list'>, user: string): Promise<Set<string>> {
  const { messages } = await memory.list(user, { role: 'assistant', order: 'newest', limit: REPLIES });
  return new Set(messages.flatMap(({ metadata }) => piecesIn(metadata)));
}

/** The pieces of the playbook that an answer was made with, by its metadata. */
export function piecesIn(metadata: Record<string, unknown> | null): string[] {
  const sources = metadata?.sources;
  if (!Array.isArray(sources)) return [];
  return sources.flatMap((source: unknown) => {
    if (typeof source !== 'object' || source === null) return [];
    const { kind, id } = source as Record<string, unknown>;
    return kind === 'playbook' && typeof id === 'string' ? [id] : [];
  });
}
