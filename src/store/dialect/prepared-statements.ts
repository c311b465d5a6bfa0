import { createHash } from 'node:crypto';

/** Longer ones are written by the thousand rows: what they do takes longer than planning it. */
const longestText = 10_000;
/** Each connection of the server keeps them all; as many as PgBouncer follows by default. */
const mostNames = 200;
const mostSeen = 2_000;

/**
 * Names under which a server keeps the statements that come again, so that each connection parses and plans them once: of
 * a short statement that is the greater part. A name is made from its text and means the same on whatever connection a
 * pooler hands out, whoever prepared it there.
 */
export class PreparedStatements {
  readonly #names = new Map<string, string>();
  readonly #seenOnce = new Set<string>();
  #enabled = true;

  /** The name of a statement that has been seen before, while there are names left. */
  nameOf(text: string): string | undefined {
    if (!this.#enabled || text.length > longestText) return undefined;
    const known = this.#names.get(text);
    if (known || this.#names.size >= mostNames) return known;
    if (this.#seenOnce.delete(text)) {
      const name = `interviewly_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
      this.#names.set(text, name);
      return name;
    }
    if (this.#seenOnce.size >= mostSeen) this.#seenOnce.clear();
    this.#seenOnce.add(text);
    return undefined;
  }

  /** From now on every statement is planned anew; false where that was so already. */
  stop(): boolean {
    const wasEnabled = this.#enabled;
    this.#enabled = false;
    return wasEnabled;
  }
}
