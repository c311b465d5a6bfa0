import { mix, type Subjects } from '../../clustering/index.ts';
import { isBad } from './judging.ts';
import { learnFromPlaybook } from './lessons.ts';
import { nameClusters } from './naming.ts';
import { isTalk, pages, repliesIn } from './pages.ts';
import type { Turn, WorkParts } from './parts.ts';
import { judgements, keyOf } from './replies.ts';
import { startRun } from './runs.ts';
import type { Model, Sampled } from './thread.ts';

const seed = 1;

/** What a new clustering begins with. */
export interface Occasion {
  engine: string;
  playbook: string;
  /** Messages that there are. */
  messages: number;
  /** What an earlier clustering learned by the same engine from the same playbook; null: learned now. */
  learned: Subjects | null;
}

/** Finds clusters in a sample of everybody's questions, and keeps them as the run that is being made. */
export async function findAnew(
  parts: WorkParts,
  { signal, onProgress }: Turn,
  { engine, playbook, messages, learned }: Occasion,
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
  const subjects = learned ?? (await learnFromPlaybook(parts, signal));
  const model: Model = await parts.run(
    { name: 'find', subjects, sample: [...sample.values()].slice(0, mostSampled), minPeople, seed },
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
