import type { Corpus } from './corpus.ts';

/** Users whose corpus is remembered. */
const mostSeen = 5_000;

/** What was last seen of those who asked: worth beginning with, and checked each time. */
export class Seen {
  readonly #corpora = new Map<string, Corpus>();

  get(user: string): Corpus | undefined {
    return this.#corpora.get(user);
  }

  /** Notes what was found of a user, and gives it back; null where they have nothing. */
  note(user: string, corpus: Corpus | null): Corpus | null {
    this.#corpora.delete(user);
    if (!corpus) return null;
    if (this.#corpora.size >= mostSeen) this.#corpora.delete(this.#corpora.keys().next().value!);
    this.#corpora.set(user, corpus);
    return corpus;
  }

  /** The users of these owners, as far as they asked. */
  usersOf(owners: ReadonlySet<number>): string[] {
    return [...this.#corpora.values()].filter(({ owner }) => owners.has(owner)).map(({ user }) => user);
  }
}
