import { buildContext, type Relevance } from '../src/memory/context.ts';
import type { Memory, RecallResult } from '../src/memory/index.ts';
import { RELEVANCE } from '../src/memory/rank/confidence-weights.ts';
import { ownMessageId } from '../src/memory/transfer/index.ts';
import { type ConfidenceSummary, type Confident, summariseConfidence } from './confidence-measures.ts';
import type { Conversation } from './conversations.ts';

/** What a context considers. */
const CONSIDERED = 20;

export interface ConfidenceReport {
  limits: Relevance;
  /** By source, and by how its questions were made unanswerable. */
  groups: Record<string, ConfidenceSummary>;
}

interface Asked extends Confident {
  source: string;
  way: 'answerable' | 'evidence excluded' | 'another memory';
}

/**
 * Asks each question three times: as it is, with its evidence excluded, and of the memory of the next conversation of the
 * same source, which knows nothing of it. A source of one conversation is not asked the third way.
 */
export async function runConfidence(
  memory: Memory,
  conversations: readonly Conversation[],
): Promise<ConfidenceReport> {
  const asked: Asked[] = [];
  for (const conversation of conversations) {
    const { id, user, source, questions } = conversation;
    const rowIds = new Map<string, string>();
    for await (const stored of memory.exportMessages(user)) rowIds.set(stored.message_id, stored.id);
    const peers = conversations.filter((other) => other.source === source);
    const other = peers[(peers.indexOf(conversation) + 1) % peers.length]!;
    for (const { question, evidence } of questions) {
      if (evidence.length === 0) continue;
      const wanted = new Set(evidence.map((name) => ownMessageId(id, name)));
      const exclude = [...wanted].flatMap((name) => rowIds.get(name) ?? []);
      const ask = (whose: string, excluded: string[]) =>
        memory.recall(whose, { query: question, k: CONSIDERED, exclude: excluded });
      asked.push({ source, way: 'answerable', ...(await judge(await ask(user, []), wanted, true)) });
      asked.push({
        source,
        way: 'evidence excluded',
        ...(await judge(await ask(user, exclude), new Set(), false)),
      });
      if (other.id === id) continue;
      asked.push({
        source,
        way: 'another memory',
        ...(await judge(await ask(other.user, []), new Set(), false)),
      });
    }
  }
  return { limits: RELEVANCE, groups: groupsOf(asked) };
}

export async function judge(
  result: RecallResult,
  wanted: ReadonlySet<string>,
  answerable: boolean,
  limits: Relevance = RELEVANCE,
): Promise<Confident> {
  const context = (of: Relevance) => buildContext(async () => result, { query: '' }, of);
  const [all, relevant] = [await context({ best: 0, each: 0 }), await context(limits)];
  const hits = (sources: string[]) => sources.filter((name) => wanted.has(name)).length;
  return {
    answerable,
    results: result.results.map(({ message_id, confidence = 0 }) => ({
      confidence,
      isTrue: wanted.has(message_id),
    })),
    tokens: { all: all.tokens, relevant: relevant.tokens },
    evidence: { all: hits(all.sources), relevant: hits(relevant.sources) },
  };
}

function groupsOf(asked: readonly Asked[]): Record<string, ConfidenceSummary> {
  const groups: Record<string, ConfidenceSummary> = {};
  for (const source of [...new Set(asked.map((one) => one.source))].sort()) {
    const of = asked.filter((one) => one.source === source);
    for (const way of ['evidence excluded', 'another memory'] as const) {
      const unanswerable = of.filter((one) => one.way === way);
      if (unanswerable.length === 0) continue;
      const answerable = of.filter((one) => one.way === 'answerable');
      groups[`${source} / ${way}`] = summariseConfidence([...answerable, ...unanswerable]);
    }
  }
  return groups;
}
