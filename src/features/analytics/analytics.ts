import type { ChatModel, EmbeddingEngine } from '../../ai/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/logger.ts';
import { Threads } from '../../kernel/threads.ts';
import type { Memory } from '../../memory/types.ts';
import type { Store } from '../../store/index.ts';
import { createCounts } from './counts.ts';
import type { Worked, WorkOptions, WorkParts } from './parts.ts';
import { clusterReport, gapReport, topicReport } from './report.ts';
import { type Run, readRun } from './runs.ts';
import { readState, request } from './state.ts';
import type { Results, Task } from './thread.ts';
import { dayOfWeek, weekOf } from './weeks.ts';
import { workOnce } from './work.ts';

export interface AnalyticsParts {
  store: Store;
  memory: Pick<Memory, 'allMessages' | 'progress'>;
  embedding: Pick<EmbeddingEngine, 'embed' | 'maxBatch'>;
  chat: ChatModel | null;
  clock: Clock;
  logger: Logger;
  /** How many different people have to stand behind whatever is shown. */
  minPeople: number;
  /** How often the background looks for new messages, in ms. */
  intervalMs: number;
  /** For tests: of what a big database does, and without the start of a thread. */
  limits?: Partial<Pick<WorkParts, 'mostSampled' | 'pageSize' | 'run'>>;
}

export type Analytics = ReturnType<typeof createAnalytics>;

/** A clustering of 12,000 questions takes some ten seconds of one core; on a machine that has others to do, minutes. */
const longestTaskMs = 600_000;

/** What people ask, over all of them, for whoever runs the installation. */
export function createAnalytics(parts: AnalyticsParts) {
  const { store, clock, logger, minPeople } = parts;
  const threads = new Threads<Task, Results[Task['name']]>({
    script: new URL('./thread.ts', import.meta.url),
    name: 'analytics',
    queueLength: 4,
    timeoutMs: longestTaskMs,
    heapMegabytes: 512,
    refuse: (failure) =>
      new Error(`the analytics thread failed (${failure.why === 'failed' ? failure.error : failure.why})`),
  });
  const counts = createCounts(store, () => clock.now().getTime());
  const run: WorkParts['run'] = async (task, options) =>
    (await threads.run(task, options)) as Results[typeof task.name];
  let stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<unknown> | undefined;
  let phase: { phase: 'reading' | 'assigning'; done: number; total: number } | null = null;

  async function work(options: WorkOptions = {}): Promise<Worked> {
    try {
      return await workOnce(
        { ...parts, run, ...parts.limits },
        {
          signal: options.signal,
          onProgress(name, done, total) {
            phase = { phase: name, done, total };
            options.onProgress?.(name, done, total);
          },
        },
      );
    } finally {
      phase = null;
    }
  }

  function tick(): void {
    if (working || stopping.signal.aborted) return;
    working = work({ signal: stopping.signal })
      .catch((error: unknown) => {
        if (stopping.signal.aborted) return;
        logger.warn({ reason: error instanceof Error ? error.name : 'Error' }, 'analytics: a turn failed');
      })
      .finally(() => {
        working = undefined;
      });
  }

  async function shown(): Promise<Run | null> {
    const { current } = await readState(store, clock);
    return readRun(store, current);
  }

  return {
    minPeople,
    /** One turn, here and now. */
    work,
    /** Asks for a new clustering of everything, and begins it in the background. */
    async refresh(): Promise<void> {
      await request(store, clock);
      tick();
    },
    /** Notes the wish alone; whoever works next does it. */
    request: () => request(store, clock),
    /** Works in the background from now on. */
    start(): void {
      if (timer) return;
      stopping = new AbortController();
      timer = setInterval(tick, parts.intervalMs);
      timer.unref();
      tick();
    },
    async stop(): Promise<void> {
      clearInterval(timer);
      timer = undefined;
      stopping.abort();
      await working;
      await threads.close();
    },
    async status() {
      const state = await readState(store, clock);
      const making = await readRun(store, state.next);
      const last = await readRun(store, state.current);
      const progress = phase
        ? phase
        : making
          ? { phase: 'assigning' as const, done: making.done, total: Math.max(making.done, making.total) }
          : null;
      return {
        running: state.isRunning,
        requested_at: state.requestedAt,
        progress: state.isRunning || making ? progress : null,
        last_run: last && {
          started_at: last.started_at,
          finished_at: last.finished_at,
          messages: last.done,
          clusters: last.clusters.questions.length,
          gaps: last.clusters.gaps.length,
          engine: last.engine,
          named_by: last.clusters.named_by,
          parameters: {
            min_people: last.parameters.min_people,
            seed: last.parameters.seed,
            sampled: last.parameters.sampled,
            sampled_share: last.parameters.sampled_share,
          },
        },
        min_people: minPeople,
        error: state.error,
      };
    },
    async clusters() {
      const current = await shown();
      if (!current) return { as_of: null, min_people: minPeople, clusters: [], suppressed: 0, questions: 0 };
      const report = clusterReport(current, await counts(current.id), minPeople);
      return { as_of: current.finished_at, min_people: minPeople, ...report };
    },
    async topics(weeks: number) {
      const now = weekOf(clock.now().toISOString());
      const current = await shown();
      if (!current) {
        const [from, to] = [dayOfWeek(now - weeks + 1), dayOfWeek(now)];
        return { as_of: null, min_people: minPeople, from, to, topics: [], suppressed_weeks: 0 };
      }
      const report = topicReport(current, await counts(current.id), minPeople, weeks, now);
      return { as_of: current.finished_at, min_people: minPeople, ...report };
    },
    async gaps() {
      const current = await shown();
      if (!current) return { as_of: null, min_people: minPeople, gaps: [], suppressed: 0 };
      const report = gapReport(current, await counts(current.id), minPeople);
      return { as_of: current.finished_at, min_people: minPeople, ...report };
    },
  };
}
