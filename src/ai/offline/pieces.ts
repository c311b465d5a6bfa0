/** A reply in the pieces it is streamed in: sentences and lines, joined again they are the reply to the letter. */
export function* inPieces(text: string): Iterable<string> {
  for (const [piece] of text.matchAll(/[^\n]*?[.!?:](?=\s)\s+|[^\n]+\n*|\n+/g)) yield piece;
}
