import type { Subjects } from '../../clustering/index.ts';
import { isBad } from './judging.ts';
import { learnFromPlaybook } from './lessons.ts';
import { nameClusters } from './naming.ts';
import { isTalk, pages, repliesIn } from './pages.ts';
import type { Turn, WorkParts } from './parts.ts';
import { judgements } from './replies.ts';
import { startRun } from './runs.ts';
import { createSample } from './sample.ts';
import type { Model } from './thread.ts';

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
  const subjects = learned ?? (await learnFromPlaybook(parts, signal));
  const sample = createSample(mostSampled, messages);
  let done = 0;
  for await (const page of pages(parts, memory, 0, signal)) {
    const drawn = page.filter(
      ({ seq, message }) => message.role === 'user' && isTalk(message) && sample.wants(seq),
    );
    const given = drawn.map(({ message, vector }) => ({ text: message.text, vector }));
    const read = await parts.run({ name: 'read', given, subjects }, { signal });
    drawn.forEach(({ seq, user_id, message }, i) => {
      const one = read[i];
      if (one) sample.add(seq, message.message_id, { ...one, owner: user_id, isGap: false });
    });
    for (const { owner, messageId, judge } of await store.read((db) => judgements(db, repliesIn(page)))) {
      const question = sample.find(owner, messageId);
      if (question) question.isGap = isBad(judge(!question.hasPiece));
    }
    done += page.length;
    onProgress?.('reading', done, messages);
  }
  const { questions, share } = sample.end();
  const model: Model = await parts.run(
    { name: 'find', subjects, sample: questions, minPeople, seed },
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
      sampled: questions.length,
      sampled_share: share,
      messages,
      tried: model.questions.tried,
    },
  });
}
