import type { BenchMessage, BenchUser } from './corpus/corpus.ts';
import { questionAt } from './corpus/corpus.ts';
import { dot, vectorOf } from './corpus/vectors.ts';

const kept = 10;

/** The truth: the ten messages nearest to each question, kept up to date while messages pass by on their way in. */
export class Exact {
  readonly questions = new Map<
    string,
    { vectors: Float32Array[]; best: { id: string; cosine: number }[][] }
  >();

  constructor(users: BenchUser[], questions: number) {
    for (const user of users) {
      const vectors = Array.from({ length: questions }, (_, i) => vectorOf(questionAt(user, i)));
      this.questions.set(user.id, { vectors, best: vectors.map(() => []) });
    }
  }

  see(message: BenchMessage, vector: Float32Array): void {
    const asked = this.questions.get(message.user);
    if (!asked) return;
    for (const [i, question] of asked.vectors.entries()) {
      const best = asked.best[i]!;
      const cosine = dot(question, vector);
      if (best.length === kept && cosine <= best[kept - 1]!.cosine) continue;
      const at = best.findIndex((one) => one.cosine < cosine);
      best.splice(at < 0 ? best.length : at, 0, { id: message.id, cosine });
      if (best.length > kept) best.pop();
    }
  }

  nearest(user: BenchUser, question: number): string[] {
    return this.questions.get(user.id)!.best[question]!.map(({ id }) => id);
  }
}
