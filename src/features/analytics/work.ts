import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatModel } from '../../ai/index.ts';
import { mix } from '../../clustering/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Memory } from '../../memory/types.ts';
import { instant, type Store } from '../../store/index.ts';
import { isBad, noPieceBit } from './judging.ts';
import { nameClusters } from './naming.ts';
import { playbookVersion } from './reading.ts';
import { judgements, keyOf, noteReplies, type Reply } from './replies.ts';
import { dropOtherRuns, publishRun, type Run, readModel, readRun, startRun } from './runs.ts';
import { leaseMs, readState, takeLease } from './state.ts';
import type { Model, Results, Sampled, Task } from './thread.ts';

export interface WorkParts {
  store: Store;
  memory: Pick<Memory, 'allMessages' | 'progress'>;
  chat: ChatModel | null;
  clock: Clock;
  logger: Logger;
  minPeople: number;
  /** Runs a task in the thread. */
  run<Name extends Task['name']>(
    task: Extract<Task, { name: Name }>,
    options: { signal: AbortSignal },
  ): Promise<Results[Name]>;
  /** Questions that clusters are found among; of more, a sample. */
  mostSampled?: number;
  /** Messages of a page. */
  pageSize?: number;
}

export interface WorkOptions {
  signal?: AbortSignal | undefined;
  onProgress?(phase: 'reading' | 'assigning', done: number, total: number): void;
}

/** `busy`: another process is at it. `waiting`: up to date but for messages that wait for their vectors. */
export type Worked = 'busy' | 'done' | 'waiting';

/** A whole is clustered anew once it has grown by this share (and a few), or once a day where it has grown at all. */
const growth = 0.2;
const someMore = 20;
const dayMs = 86_400_000;
const seed = 1;

/** What people's own talk is not: their documents, and what belongs to them. */
const notTalk = new Set(['cv', 'letter', 'posting', 'application', 'interview']);

/** One turn: takes up what is unfinished, clusters anew where that is due, assigns what is new. */
export async function workOnce(parts: WorkParts, options: WorkOptions = {}): Promise<Worked> {
  const lease = await takeLease(parts.store, parts.clock);
  if (!lease) return 'busy';
  const lost = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, lost.signal]) : lost.signal;
  const renewal = setInterval(async () => {
    const isOurs = await lease.renew().catch(() => true);
    if (!isOurs) lost.abort();
  }, leaseMs / 4);
  renewal.unref();
  try {
    const worked = await turn(parts, { ...options, signal });
    await lease.release(null);
    return worked;
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'Error';
    await lease.release(signal.aborted ? null : `the last run failed (${reason})`).catch(() => {});
    throw error;
  } finally {
    clearInterval(renewal);
  }
}

type Turn = Omit<WorkOptions, 'signal'> & { signal: AbortSignal };

async function turn(parts: WorkParts, options: Turn): Promise<Worked> {
  const { store, clock } = parts;
  const state = await readState(store, clock);
  const playbook = playbookVersion();
  const { engine, messages } = await parts.memory.progress(null);
  const fits = (run: Run | null) =>
    run?.engine === engine && run.playbook === playbook && run.parameters.min_people === parts.minPeople;
  let next = await readRun(store, state.next);
  const current = await readRun(store, state.current);
  if (!fits(next)) next = null;
  const asked =
    state.requestedAt !== null && !(next && Date.parse(next.started_at) >= Date.parse(state.requestedAt));
  if (asked || (!next && (!fits(current) || hasGrown(current!, messages, clock)))) {
    next = await readRun(store, await findAnew(parts, options, { engine, playbook, messages }));
  }
  const run = next ?? current!;
  const { cursor, waiting } = await assignNew(parts, options, run);
  if (next) {
    await publishRun(store, { ...run, cursor }, clock.now());
    await dropOtherRuns(store, [run.id]);
  }
  await noteRatings(parts, run);
  return waiting ? 'waiting' : 'done';
}

function hasGrown({ parameters, done, finished_at }: Run, messages: number, clock: Clock): boolean {
  const read = Math.max(messages, done);
  if (read > parameters.messages * (1 + growth) + someMore) return true;
  const age = clock.now().getTime() - Date.parse(finished_at ?? '');
  return age > dayMs && read !== parameters.messages;
}

/** Finds clusters in a sample of everybody's questions, and keeps them as the run that is being made. */
async function findAnew(
  parts: WorkParts,
  { signal, onProgress }: Turn,
  { engine, playbook, messages }: { engine: string; playbook: string; messages: number },
): Promise<number> {
  const { store, memory, clock, minPeople, mostSampled = 12_000 } = parts;
  const startedAt = clock.now();
  // By its number alone, so that a second reading takes the same; some of the messages are no questions.
  const share = Math.min(1, (2 * mostSampled) / Math.max(1, messages));
  const isDrawn = (seq: number) => mix(seq) / 2 ** 32 < share;
  const sample = new Map<string, Sampled>();
  let done = 0;
  for await (const page of pages(parts, memory, 0, signal)) {
    const drawn = page.filter(
      ({ seq, message }) => message.role === 'user' && isTalk(message) && isDrawn(seq),
    );
    const read = await parts.run(
      { name: 'read', texts: drawn.map(({ message }) => message.text) },
      { signal },
    );
    drawn.forEach(({ user_id, message, vector }, i) => {
      const one = read[i];
      if (one && sample.size < 2 * mostSampled)
        sample.set(keyOf(user_id, message.message_id), { ...one, owner: user_id, vector, isGap: false });
    });
    for (const { owner, messageId, judge } of await store.read((db) => judgements(db, repliesIn(page)))) {
      const question = sample.get(keyOf(owner, messageId));
      if (question) question.isGap = isBad(judge(!question.hasPiece));
    }
    done += page.length;
    onProgress?.('reading', done, messages);
  }
  const model: Model = await parts.run(
    { name: 'find', sample: [...sample.values()].slice(0, mostSampled), minPeople, seed },
    { signal },
  );
  const clusters = await nameClusters(parts, model, signal);
  return startRun(store, {
    engine,
    playbook,
    total: messages,
    clusters,
    model,
    startedAt,
    parameters: {
      min_people: minPeople,
      seed,
      sampled: Math.min(sample.size, mostSampled),
      sampled_share: share,
      messages,
      tried: model.questions.tried,
    },
  });
}

type Page = Awaited<ReturnType<Memory['allMessages']>>['messages'];

/** Pages of everybody's messages, each read while the one before is worked on. */
async function* pages(
  { pageSize = 500 }: Pick<WorkParts, 'pageSize'>,
  memory: WorkParts['memory'],
  after: number,
  signal: AbortSignal,
  onEnd: (waiting: boolean) => void = () => {},
): AsyncGenerator<Page> {
  let coming = memory.allMessages({ after, limit: pageSize });
  for (;;) {
    signal.throwIfAborted();
    const { messages, next, waiting } = await coming;
    if (next !== null) {
      coming = memory.allMessages({ after: next, limit: pageSize });
      coming.catch(() => {});
    }
    if (messages.length > 0) yield messages;
    if (next === null) return onEnd(waiting);
    // A page is some milliseconds of the database: let requests in.
    await sleep(1);
  }
}

function isTalk({ context_type, metadata }: Page[number]['message']): boolean {
  return !notTalk.has(context_type ?? '') && metadata?.sample !== true;
}

function repliesIn(page: Page): Reply[] {
  return page
    .filter(({ message }) => message.role === 'assistant')
    .map(({ user_id, message }) => ({ id: message.id, owner: user_id, metadata: message.metadata }));
}

/** Assigns the messages after the run's cursor, page by page; what is done stays done whenever it ends. */
async function assignNew(
  parts: WorkParts,
  { signal, onProgress }: Turn,
  run: Run,
): Promise<{ cursor: number; waiting: boolean }> {
  const { store, memory } = parts;
  let { cursor, done } = run;
  let waiting = false;
  let model: Model | undefined;
  const ended = (isWaiting: boolean) => {
    waiting = isWaiting;
  };
  for await (const page of pages(parts, memory, cursor, signal, ended)) {
    model ??= await readModel(store, run);
    const asked = page.filter(({ message }) => message.role === 'user' && isTalk(message));
    const given = asked.map(({ message, vector }) => ({ text: message.text, vector }));
    const assigned = await parts.run({ name: 'assign', given, model }, { signal });
    const rows = asked.flatMap(({ seq, user_id, message }, i) => {
      const one = assigned[i];
      if (!one) return [];
      const { question, gap, hasPiece } = one;
      return [
        {
          seq,
          run: run.id,
          owner_id: user_id,
          week: weekOf(message.created_at),
          cluster: question.cluster,
          terms: question.bits,
          gap: gap.cluster,
          gap_terms: gap.bits,
          reasons: hasPiece ? 0 : noPieceBit,
        },
      ];
    });
    cursor = page.at(-1)!.seq;
    done += page.length;
    await keepPage(store, run.id, { rows, cursor, done });
    await noteReplies(store, run.id, repliesIn(page));
    onProgress?.('assigning', done, Math.max(done, run.total));
  }
  return { cursor, waiting };
}

type Row = {
  seq: number;
  run: number;
  owner_id: string;
  week: number;
  cluster: number | null;
  terms: number;
  gap: number | null;
  gap_terms: number;
  reasons: number;
};

async function keepPage(
  store: Store,
  run: number,
  { rows, cursor, done }: { rows: Row[]; cursor: number; done: number },
): Promise<void> {
  await store.transaction(async (trx) => {
    // What was forgotten while it was read must not come back, nor break the page.
    const there =
      rows.length === 0
        ? []
        : await trx
            .selectFrom('interviewly.documents')
            .select('seq')
            .where(
              'seq',
              'in',
              rows.map(({ seq }) => seq),
            )
            .execute();
    const held = new Set(there.map(({ seq }) => seq));
    const kept = rows.filter(({ seq }) => held.has(seq));
    if (kept.length > 0) {
      await trx
        .insertInto('interviewly.analytics_messages')
        .values(kept)
        .onConflict((conflict) => conflict.columns(['seq', 'run']).doNothing())
        .execute();
    }
    await trx.updateTable('interviewly.analytics_runs').set({ cursor, done }).where('id', '=', run).execute();
  });
}

const weekMs = 7 * dayMs;
/** Monday, 29 December 1969: three days before the epoch, which was a Thursday. */
const firstMonday = -3 * dayMs;
export const weekOf = (iso: string): number => Math.floor((Date.parse(iso) - firstMonday) / weekMs);
export const dayOfWeek = (week: number): string =>
  new Date(firstMonday + week * weekMs).toISOString().slice(0, 10);

/** Ratings come when they come: those of the last day or since the last clustering are read again. */
async function noteRatings({ store, clock }: WorkParts, run: Run): Promise<void> {
  const since = new Date(Math.min(Date.parse(run.started_at), clock.now().getTime() - dayMs));
  const replies = await store.read((db) =>
    db
      .selectFrom('interviewly.ratings as r')
      .innerJoin('user_message_embeddings as m', 'm.id', 'r.message')
      .select(['m.id', 'm.user_id as owner', 'm.metadata_json as metadata'])
      .where('r.updated_at', '>=', instant(since))
      .execute(),
  );
  await noteReplies(store, run.id, replies);
}
