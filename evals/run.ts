import { performance } from 'node:perf_hooks';
import type { Memory, RecallMode } from '../src/memory/index.ts';
import { checkFile, importFile, ownMessageId } from '../src/memory/transfer/index.ts';
import type { Store } from '../src/store/index.ts';
import { type Conversation, checkDistinct } from './conversations.ts';
import { type Answered, percentile, type Summary, summarise } from './measures.ts';

export interface ArmReport {
  arm: RecallMode;
  /** By source, and by `source / category`. */
  groups: Record<string, Summary>;
  /** What recall did instead where it could not do what was asked, by how often. */
  degraded: Record<string, number>;
  medianMs: number;
  p95Ms: number;
}

interface Asked extends Answered {
  source: string;
  category: string;
  ms: number;
  degraded?: string;
}

export interface EvalParts {
  store: Store;
  memory: Memory;
}

/** Everything goes the way it goes in production: import, queue, recall. The files are known to be valid. */
export async function loadConversations(parts: EvalParts, conversations: Conversation[]): Promise<void> {
  checkDistinct(conversations);
  for (const { file, id } of conversations) {
    await importFile(parts, await checkFile(file), { user: id });
  }
}

/** Asks every question of every conversation in one mode. */
export async function runArm(
  { memory }: EvalParts,
  arm: RecallMode,
  conversations: Conversation[],
  onProgress: (done: number) => void,
): Promise<ArmReport> {
  const asked: Asked[] = [];
  for (const { id, source, questions } of conversations) {
    for (const { category, question, evidence } of questions) {
      // A question without evidence can be neither found nor missed.
      if (evidence.length === 0) continue;
      const startedAt = performance.now();
      const { results, degraded } = await memory.recall(id, { query: question, k: 50, mode: arm });
      const ms = performance.now() - startedAt;
      const found = results.map((result) => result.message_id);
      asked.push({
        found,
        evidence: evidence.map((name) => ownMessageId(id, name)),
        source,
        category,
        ms,
        degraded,
      });
      onProgress(asked.length);
    }
  }
  const times = asked.map(({ ms }) => ms);
  return {
    arm,
    groups: groupsOf(asked),
    degraded: countBy(asked.flatMap(({ degraded }) => degraded ?? [])),
    medianMs: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
  };
}

function groupsOf(asked: Asked[]): Record<string, Summary> {
  const bySource = Object.groupBy(asked, ({ source }) => source);
  const groups: Record<string, Summary> = {};
  for (const source of Object.keys(bySource).sort()) {
    const ofSource = bySource[source]!;
    groups[source] = summarise(ofSource);
    const byCategory = Object.groupBy(ofSource, ({ category }) => category);
    for (const category of Object.keys(byCategory).sort()) {
      if (category !== '') groups[`${source} / ${category}`] = summarise(byCategory[category]!);
    }
  }
  return groups;
}

function countBy(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
