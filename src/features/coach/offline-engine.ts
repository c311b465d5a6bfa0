import { shorten } from '../../ai/index.ts';
import {
  type Advice,
  adviceQueries,
  answerOffline,
  inPieces,
  OFFLINE_ENGINE,
  readKind,
} from '../../ai/offline/index.ts';
import { analyzeQuery } from '../../memory/index.ts';
import type { Memory, MemoryMessage } from '../../memory/types.ts';
import { type PlaybookHit, searchPlaybook } from '../../playbook/index.ts';
import { aboutWhat } from './conversation.ts';
import type { Engine, Question } from './engine.ts';
import { Material } from './sources.ts';

/** More than a prompt would take: the engine reads every sentence of them and shows at most three. */
const RECALLED = 50;
/** «What do you know about me?» reads the newest of everything. */
const MOST_READ = 1_000;
/** Of one longer than any chat message, the beginning and the end are read. */
const LONGEST_READ = 20_000;
const PIECES = 4;
/** A further piece is named while it fits about as well as the best one. */
const NEARLY = 0.7;
const SORTED_FROM = 0.3;

/** The engine that needs no key: looks up, quotes and names its sources. */
export function offlineEngine({ memory }: { memory: Memory }): Engine {
  return async (question) => {
    const about = aboutWhat(question.message, question.conversation);
    const recalled = await look(memory, question, about);
    const hits = findAdvice(question.message, about);
    const reply = answerOffline({
      message: question.message,
      about,
      conversation: question.conversation,
      recalled: recalled.map((one) => ({ ...one, text: shorten(one.text, LONGEST_READ) })),
      advice: hits.map(toAdvice),
      words: {
        query: (text) => analyzeQuery(text).terms,
        terms: (text) => analyzeQuery(text).terms.map(({ term }) => term),
      },
      topicOf,
    });
    const material = new Material();
    const byId = new Map(recalled.map((message) => [message.id, message]));
    material.addMemories(reply.memories.map((id) => byId.get(id)!));
    material.addPieces(reply.advice.map((id) => hits.find((hit) => hit.piece.id === id)!.piece));
    return {
      engine: OFFLINE_ENGINE,
      material,
      metadata: { kind: reply.kind },
      text: streamed(reply.text, question.signal),
    };
  };
}

/** A sentence is rarely a question the playbook answers; sharing some of its rarer words is enough to sort it. */
function topicOf(text: string): string | null {
  return searchPlaybook(text, 1).find((hit) => hit.fit >= SORTED_FROM)?.piece.topic ?? null;
}

async function look(memory: Memory, question: Question, about: string): Promise<MemoryMessage[]> {
  const { user, kept, signal } = question;
  const { kind } = readKind(question.message);
  if (kind === 'about-you') return newest(memory, question);
  if (kind === 'greeting' || kind === 'thanks' || kind === 'farewell' || kind === 'abilities') return [];
  const { results } = await memory.recall(user, { query: about, k: RECALLED, exclude: [kept.id], signal });
  return results;
}

async function newest(memory: Memory, { user, kept }: Question): Promise<MemoryMessage[]> {
  const read: MemoryMessage[] = [];
  for await (const message of memory.exportMessages(user)) {
    if (message.role === 'user' && message.id !== kept.id) read.push(message);
    if (read.length > 2 * MOST_READ) read.splice(0, MOST_READ);
  }
  return read.slice(-MOST_READ);
}

/** What is about the message itself comes before what is about the occasion it tells of, of that the best alone. */
function findAdvice(message: string, about: string): PlaybookHit[] {
  const occasions = readKind(message).kind === 'statement' ? adviceQueries(message) : [];
  const found = searchPlaybook(about, PIECES).filter((hit, _, [best]) => hit.score >= NEARLY * best!.score);
  const further = occasions.flatMap((query) => searchPlaybook(query, 1));
  const hits = [...found, ...further].filter((hit) => hit.good);
  return [...new Map(hits.toReversed().map((hit) => [hit.piece.id, hit])).values()].reverse();
}

function toAdvice({ piece, good }: PlaybookHit): Advice {
  return {
    id: piece.id,
    title: piece.title,
    lead: piece.lead,
    body: piece.body,
    sources: piece.sources,
    good,
  };
}

async function* streamed(text: string, signal: AbortSignal): AsyncIterable<string> {
  for (const piece of inPieces(text)) {
    signal.throwIfAborted();
    yield piece;
  }
}
