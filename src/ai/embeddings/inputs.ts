import { EmbeddingRejected } from '../embedding.ts';
import { sliceWhole } from '../tokens.ts';

/**
 * Texts as they may be sent. A text without a word has no meaning to embed, and providers refuse it: the
 * caller is told so here, before anything goes on the wire. Half characters are replaced, since JSON cannot
 * carry them.
 */
export function checkedTexts(texts: string[]): string[] {
  return texts.map((text, index) => {
    if (!/\S/.test(text)) throw new EmbeddingRejected(`Text ${index + 1} of ${texts.length} is empty`);
    return text.toWellFormed();
  });
}

/** The longest beginning of a text that takes no more than `limit` bytes in UTF-8; never half a character. */
export function takeBytes(text: string, limit: number): string {
  if (Buffer.byteLength(text) <= limit) return text;
  let [fits, tooLong] = [0, Math.min(text.length, limit + 1)];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (Buffer.byteLength(sliceWhole(text, middle)) <= limit) fits = middle;
    else tooLong = middle;
  }
  return sliceWhole(text, fits);
}
