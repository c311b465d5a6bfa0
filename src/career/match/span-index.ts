import type { Span } from '../resume/index.ts';

/** In characters; most of what is looked up is a word or two. */
const width = 256;

/** Stretches of a text with something to each, found by place: a CV of hostile length has tens of thousands. */
export class SpanIndex<T> {
  readonly #buckets = new Map<number, { span: Span; value: T }[]>();

  add(span: Span, value: T): void {
    for (let i = Math.floor(span.start / width); i <= Math.floor(span.end / width); i++) {
      const bucket = this.#buckets.get(i);
      if (bucket) bucket.push({ span, value });
      else this.#buckets.set(i, [{ span, value }]);
    }
  }

  /** What was added first of all that hold the whole of `inner`, and of which `isMeant`. */
  holding(inner: Span, isMeant: (value: T) => boolean = () => true): T | undefined {
    return this.#buckets
      .get(Math.floor(inner.start / width))
      ?.find(({ span, value }) => span.start <= inner.start && inner.end <= span.end && isMeant(value))
      ?.value;
  }

  /** Whether something shares a character with `one`. */
  overlaps(one: Span): boolean {
    for (let i = Math.floor(one.start / width); i <= Math.floor(one.end / width); i++) {
      const bucket = this.#buckets.get(i);
      if (bucket?.some(({ span }) => span.start < one.end && one.start < span.end)) return true;
    }
    return false;
  }
}
