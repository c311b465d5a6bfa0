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
export async function loadConversations(
  parts: EvalParts,
  conversations: Conversation[],
  signal?: AbortSignal,
): Promise<void> {
  checkDistinct(conversations);
  for (const { file, user } of conversations) {
    await importFile(parts, await checkFile(file), { user, signal });
  }
}

/** Takes out what was loaded, and nothing else: of nobody else are these the users. */
export async function unloadConversations(
  memory: Pick<Memory, 'forgetEverything'>,
  conversations: readonly Conversation[],
): Promise<void> {
  for (const { user } of conversations) await memory.forgetEverything(user);
}

/** Asks every question of every conversation in one mode. */
export async function runArm(
  { memory }: EvalParts,
  arm: RecallMode,
  conversations: Conversation[],
  onProgress: (done: number) => void,
): Promise<ArmReport> {
  const asked: Asked[] = [];
  for (const { id, user, source, questions } of conversations) {
    for (const { category, question, evidence } of questions) {
      // A question without evidence can be neither found nor missed.
      if (evidence.length === 0) continue;
      const startedAt = performance.now();
      const { results, degraded } = await memory.recall(user, { query: question, k: 50, mode: arm });
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
    degraded: countsOf(asked.flatMap(({ degraded }) => degraded ?? [])),
    medianMs: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
  };
}

/** Names are whatever a file says, `__proto__` too: entries make properties of all of them. */
function groupsOf(asked: readonly Asked[]): Record<string, Summary> {
  const groups: [name: string, Summary][] = [];
  for (const [source, ofSource] of inOrder(Map.groupBy(asked, (one) => one.source))) {
    groups.push([source, summarise(ofSource)]);
    for (const [category, ofCategory] of inOrder(Map.groupBy(ofSource, (one) => one.category)))
      if (category !== '') groups.push([`${source} / ${category}`, summarise(ofCategory)]);
  }
  return Object.fromEntries(groups);
}

const inOrder = <T>(groups: ReadonlyMap<string, T[]>) =>
  [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

function countsOf(values: readonly string[]): Record<string, number> {
  const groups = Map.groupBy(values, (value) => value);
  return Object.fromEntries([...groups].map(([value, equal]) => [value, equal.length]));
}
