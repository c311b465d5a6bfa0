import { PATTERNS } from '../../career/facts/index.ts';
import { MODEL_READING } from './ask-model.ts';
import { changeFact, stateFact } from './edit.ts';
import type { Facts, FactsParts } from './facts.ts';
import { forgetFact } from './forget.ts';
import { jobsStatus, retrySetAside } from './jobs.ts';
import { keepStatements } from './keep.ts';
import { answersWith, currentFacts, factHistory, factsAbout, getFact, listFacts } from './list.ts';
import { holdSources, isSource, readMessages } from './read-messages.ts';
import { settleOwner } from './settle-owner.ts';
import { createWorker } from './worker.ts';

/** Messages that one request reads at most before it is answered; what is more than that is the worker's. */
const READ_AT_ONCE = 300;

export function createService(parts: FactsParts): Facts {
  const { store, chat, clock } = parts;
  const worker = createWorker(parts);
  const reading = () => ({ now: clock.now(), modelFollows: chat !== null });

  /** The patterns are quick: what waits to be read by them is read before anybody is answered. */
  async function catchUp(owner: string): Promise<void> {
    const waiting = await store.read((db) =>
      db
        .selectFrom('interviewly.fact_jobs')
        .select('id')
        .where('owner_id', '=', owner)
        .where('patterns_done', '=', false)
        .where('set_aside', '=', false)
        .limit(READ_AT_ONCE)
        .execute(),
    );
    await readMessages(
      store,
      waiting.map(({ id }) => id),
      reading(),
    );
    await settleOwner(store, owner);
  }

  /** What was just added of a message, beside what it meets. */
  async function settled(owner: string, messageRow: string, added: readonly string[]) {
    await settleOwner(store, owner);
    if (added.length === 0) return [];
    const facts = await store.read((db) => factsAbout(db, owner, { messageRows: [messageRow] }));
    return facts.filter(({ id }) => added.includes(id));
  }

  return {
    async learn(owner, messageRow) {
      const added = await readMessages(store, [messageRow], reading());
      worker.wake();
      return settled(owner, messageRow, added);
    },
    async note(owner, messageRow, statements) {
      const added = await store.transaction(async (trx) => {
        const message = (await holdSources(store, trx, [messageRow])).find(isSource);
        if (!message || message.user_id !== owner) return [];
        return keepStatements(trx, message, statements, PATTERNS, clock.now());
      });
      return settled(owner, messageRow, added);
    },
    async current(owner) {
      await catchUp(owner);
      return store.read((db) => currentFacts(db, owner));
    },
    async about(owner, about) {
      await catchUp(owner);
      return store.read((db) => factsAbout(db, owner, about));
    },
    async list(owner, query) {
      await catchUp(owner);
      return store.read((db) => listFacts(db, owner, query));
    },
    async history(owner, id) {
      await catchUp(owner);
      return store.read((db) => factHistory(db, owner, id));
    },
    answers: (owner, id) => store.read((db) => answersWith(db, owner, id)),
    async state(owner, fact) {
      const id = await store.transaction((trx) => stateFact(trx, owner, fact, clock.now()));
      await settleOwner(store, owner);
      return store.read((db) => getFact(db, owner, id));
    },
    async change(owner, id, changes) {
      const changed = await store.transaction((trx) => changeFact(trx, owner, id, changes, clock.now()));
      await settleOwner(store, owner);
      return store.read((db) => getFact(db, owner, changed));
    },
    async forget(owner, id, options = {}) {
      const count = await store.transaction((trx) =>
        forgetFact(trx, owner, id, { ...options, now: clock.now() }),
      );
      await settleOwner(store, owner);
      return count;
    },
    async status(owner) {
      const engine = chat ? `${PATTERNS}, ${chat.engine} ${MODEL_READING}` : PATTERNS;
      return { engine, ...(await jobsStatus(store, owner)) };
    },
    async retrySetAside(owner) {
      const count = await retrySetAside(store, owner);
      worker.wake();
      return count;
    },
    worker,
  };
}
