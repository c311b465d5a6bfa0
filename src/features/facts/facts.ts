import type { ChatModel } from '../../ai/index.ts';
import type { FactKind, Statement } from '../../career/facts/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Store } from '../../store/index.ts';
import type { FactChanges, NewFact } from './edit.ts';
import type { answersWith, FactsQuery } from './list.ts';
import type { Fact, FactsStatus } from './types.ts';
import type { FactsWorker } from './worker.ts';

export interface FactsParts {
  store: Pick<Store, 'read' | 'transaction' | 'dialect'>;
  chat: ChatModel | null;
  clock: Clock;
  logger: Logger;
  backoffMs?: number;
}

/** The profile that is kept of each person. `owner`: whose rows are read and written; nobody else's ever are. */
export interface Facts {
  /** Reads a message that was just kept; returns the facts it added, settled. */
  learn(owner: string, messageRow: string): Promise<Fact[]>;
  /**
   * Keeps what a message states in answer to what was said before it («the second one»): what no reader can tell from the
   * message alone. Returns the facts it added, settled.
   */
  note(owner: string, messageRow: string, statements: readonly Statement[]): Promise<Fact[]>;
  /** What is so now, pinned first, then the newest. What was said just before, anywhere, is in it. */
  current(owner: string): Promise<Fact[]>;
  /** What is so and what was, of some kinds, or of what some messages state. */
  about(
    owner: string,
    about: { kinds?: readonly FactKind[]; messageRows?: readonly string[] },
  ): Promise<Fact[]>;
  list(owner: string, query: FactsQuery): Promise<{ facts: Fact[]; next_cursor: string | null }>;
  history(owner: string, id: string): Promise<Fact[]>;
  answers(owner: string, id: string): ReturnType<typeof answersWith>;
  state(owner: string, fact: NewFact): Promise<Fact>;
  /** Corrects, dates or pins; returns the version that then counts. */
  change(owner: string, id: string, changes: FactChanges): Promise<Fact>;
  /** Returns how many statements are gone. */
  forget(owner: string, id: string, options?: { history?: boolean }): Promise<number>;
  /** Of one owner, or of everybody for null. */
  status(owner: string | null): Promise<FactsStatus>;
  retrySetAside(owner: string | null): Promise<number>;
  worker: FactsWorker;
}

/**
 * The profiles, made with the context of every command. What reads messages (patterns, the taxonomy of skills) takes a
 * moment to load, so that it is loaded with the first call that needs it.
 */
export function createFacts(parts: FactsParts): Facts {
  let loading: Promise<Facts> | undefined;
  const load = (): Promise<Facts> => {
    loading ??= import('./service.ts').then(({ createService }) => createService(parts));
    return loading;
  };
  return {
    learn: async (...given) => (await load()).learn(...given),
    note: async (...given) => (await load()).note(...given),
    current: async (...given) => (await load()).current(...given),
    about: async (...given) => (await load()).about(...given),
    list: async (...given) => (await load()).list(...given),
    history: async (...given) => (await load()).history(...given),
    answers: async (...given) => (await load()).answers(...given),
    state: async (...given) => (await load()).state(...given),
    change: async (...given) => (await load()).change(...given),
    forget: async (...given) => (await load()).forget(...given),
    status: async (...given) => (await load()).status(...given),
    retrySetAside: async (...given) => (await load()).retrySetAside(...given),
    worker: {
      workOnce: async (...given) => (await load()).worker.workOnce(...given),
      start: () => void load().then(({ worker }) => worker.start()),
      stop: async () => {
        if (loading) await (await loading).worker.stop();
      },
      drain: async (...given) => (await load()).worker.drain(...given),
      wake: () => void loading?.then(({ worker }) => worker.wake()),
    },
  };
}
