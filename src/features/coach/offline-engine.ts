import { shorten } from '../../ai/index.ts';
import {
  type Advice,
  adviceQueries,
  answerOffline,
  inPieces,
  OFFLINE_ENGINE,
  readKind,
  withHowMade,
  withoutHowMade,
} from '../../ai/offline/index.ts';
import { analyzeQuery } from '../../memory/index.ts';
import type { Memory, MemoryMessage } from '../../memory/types.ts';
import { type PlaybookHit, searchPlaybook } from '../../playbook/index.ts';
import { type Corrected, type MaybeRecalled, withCorrections } from './corrections.ts';
import { beginningOffline } from './earlier.ts';
import type { Engine, EngineAnswer, Question } from './engine.ts';
import { answerFromProfile, asksWhich, type CoachFacts, profileOf, withThen } from './facts.ts';
import { type Fit, fitOf } from './fit.ts';
import { resolveFollowUp } from './follow-up/index.ts';
import { furtherAdvice } from './more.ts';
import { answerPointed } from './pointed.ts';
import { saidThen } from './said-then.ts';
import { Material } from './sources.ts';
import { answerFromWorkbench, openWorkbench, type WorkbenchParts } from './workbench/index.ts';

/** More than a prompt would take: the engine reads every sentence of them and shows at most three. */
const RECALLED = 50;
/** «What did you tell me?» reads so many of the newest replies, as many as a page of the list has. */
const REPLIES_READ = 500;
/** The kinds of its replies in which the engine tells more than what it was told. */
const TELLING = new Set<unknown>(['advice', 'statement', 'workbench']);
/** «What do you know about me?» reads the newest of everything. */
const MOST_READ = 1_000;
/** Of one longer than any chat message, the beginning and the end are read. */
const LONGEST_READ = 20_000;
const PIECES = 4;
/** A further piece is named while it fits about as well as the best one. */
const NEARLY = 0.7;
const SORTED_FROM = 0.3;

/** The engine that needs no key: looks up, quotes and names its sources. */
export function offlineEngine({
  memory,
  facts,
  ...parts
}: WorkbenchParts & { memory: Memory; facts: CoachFacts }): Engine {
  return async (question) => {
    const { user, conversation, utcOffset, signal } = question;
    const material = new Material(utcOffset);
    const answer = (kind: string, text: string, fit?: Fit): EngineAnswer => ({
      engine: OFFLINE_ENGINE,
      material,
      metadata: { kind, ...(fit && { fit }) },
      text: streamed(text, signal),
    });
    const { settled } = question;
    if (settled) {
      material.addFacts(settled.facts);
      const asks = await asksWhich(facts, user, question.learned, material);
      if (settled.isAll)
        return answer('facts', withHowMade([settled.text, asks].filter(Boolean).join('\n\n'), conversation));
    }
    const beginning = await beginningOffline(memory, question);
    if (beginning) {
      material.addMemories(beginning.quoted);
      return answer('recall', withHowMade(beginning.text, conversation));
    }
    const then = await saidThen(memory, question);
    if (then) {
      material.addMemories(then.quoted);
      return answer('recall', withHowMade(then.text, conversation));
    }
    const known = await answerFromProfile({ facts, memory }, question, material);
    if (known) return answer('facts', withHowMade(known, conversation));
    const own = await answerFromWorkbench(openWorkbench({ memory, ...parts }, user), question);
    if (own) {
      material.addThings(own.things);
      const quoted = await Promise.all((own.messages ?? []).map((id) => memory.get(user, id)));
      material.addMemories(quoted.filter((message) => message !== null));
      return answer('workbench', withHowMade(own.text, conversation));
    }
    const further = furtherAdvice(question);
    if (further) {
      material.addPieces(further.pieces);
      return answer('advice', further.text);
    }
    // What it settled is answered; what it asks beside that is left.
    const said = settled ? readKind(question.message).question : question.message;
    const resolved = resolveFollowUp(said, conversation);
    const pointed = settled ? null : answerPointed(said, resolved, question);
    if (pointed) {
      material.addMemories(pointed.quoted);
      material.addPieces(pointed.pieces);
      return answer(pointed.kind, pointed.text);
    }
    const about = resolved.query;
    // «And in Berlin?» is answered as the question that it stands for.
    const message = resolved.asks ?? said;
    const recalled = await look(memory, { ...question, message }, about);
    const hits = findAdvice(message, about);
    const reply = answerOffline({
      message,
      // An item's own words find what is told of it, and would answer every question about it.
      about: resolved.item && resolved.asks ? resolved.asks : about,
      conversation,
      recalled: recalled.map(({ message }) => ({ ...message, text: shorten(message.text, LONGEST_READ) })),
      advice: hits.map(toAdvice),
      words: {
        query: (text) => analyzeQuery(text).terms,
        terms: (text) => analyzeQuery(text).terms.map(({ term }) => term),
      },
      topicOf,
      utcOffset,
    });
    const byId = new Map(recalled.map((one) => [one.message.id, one]));
    material.addMemories(
      reply.memories.flatMap((id) => {
        const { original, by } = byId.get(id)!;
        return [original, ...by];
      }),
    );
    material.addPieces(reply.advice.map((id) => hits.find((hit) => hit.piece.id === id)!.piece));
    const profile = reply.kind === 'about-you' ? await profileOf(facts, user, material) : '';
    const text = await withThen(facts, { user, text: reply.text, memories: reply.memories }, material);
    const asks = await asksWhich(facts, user, question.learned, material);
    return answer(
      reply.kind,
      [profile, profile && reply.memories.length === 0 ? '' : text, settled?.text, asks]
        .filter(Boolean)
        .join('\n\n'),
      fitOf(
        about,
        recalled.map(({ original }) => original),
      ),
    );
  };
}

/** A sentence is rarely a question the playbook answers; sharing some of its rarer words is enough to sort it. */
function topicOf(text: string): string | null {
  return searchPlaybook(text, 1).find((hit) => hit.fit >= SORTED_FROM)?.piece.topic ?? null;
}

async function look(memory: Memory, question: Question, about: string): Promise<Corrected[]> {
  const { user, kept, utcOffset, signal } = question;
  const { kind, ofCoach } = readKind(question.message);
  const asTheyAre = (messages: readonly MaybeRecalled[]) =>
    messages.map((message) => ({ message, original: message, by: [] }));
  if (kind === 'about-you') return asTheyAre(await newest(memory, question));
  if (kind === 'greeting' || kind === 'thanks' || kind === 'farewell' || kind === 'abilities') return [];
  const { results } = await memory.recall(user, {
    query: about,
    k: RECALLED,
    exclude: [kept.id],
    utc_offset: utcOffset,
    signal,
  });
  if (kind === 'statement') return asTheyAre(results);
  const replies = ofCoach ? await ownReplies(memory, question) : [];
  return [...(await withCorrections(memory, question, results)), ...asTheyAre(replies)];
}

/** What this engine replied, but for what it only read out: no search finds it, as memory holds it once already. */
async function ownReplies(memory: Memory, { user }: Question): Promise<MemoryMessage[]> {
  const { messages } = await memory.list(user, { role: 'assistant', order: 'newest', limit: REPLIES_READ });
  return messages
    .filter(({ metadata }) => metadata?.engine === OFFLINE_ENGINE && TELLING.has(metadata.kind))
    .map((reply) => ({ ...reply, text: withoutHowMade(reply.text) }));
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
