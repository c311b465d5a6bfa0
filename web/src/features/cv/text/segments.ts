/** Characters `start` to `end` (not included), in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** Something that is marked in a text: its places, and how they look. */
export interface Mark<Tone extends string = string> {
  /** What the marks on the other side share with it. */
  key: string;
  spans: readonly Span[];
  tone: Tone;
  /** Says to a screen reader what the look says to the eye. */
  description?: string;
}

/** A stretch of one line under the same marks; none where nothing is marked. */
export interface Segment<Tone extends string = string> {
  start: number;
  text: string;
  marks: readonly Mark<Tone>[];
}

export interface Line<Tone extends string = string> {
  start: number;
  segments: Segment<Tone>[];
}

/**
 * A text as lines of stretches. Where marks overlap, a stretch names all of them, the shortest first: it is the one that
 * a reader who points there means. Places outside the text are cut to it; empty ones are left out.
 */
export function linesOf<Tone extends string>(text: string, marks: readonly Mark<Tone>[]): Line<Tone>[] {
  const places = marks
    .flatMap((mark) => mark.spans.map((span) => ({ mark, ...within(span, text.length) })))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const lines: Line<Tone>[] = [];
  let open: typeof places = [];
  let next = 0;
  let at = 0;
  for (const lineText of text.split('\n')) {
    const end = at + lineText.length;
    const segments: Segment<Tone>[] = [];
    let from = at;
    while (from < end) {
      open = open.filter((place) => place.end > from);
      while (next < places.length && places[next]!.start <= from) {
        if (places[next]!.end > from) open.push(places[next]!);
        next++;
      }
      const until = Math.min(end, places[next]?.start ?? end, ...open.map((place) => place.end));
      const here = [...open].sort((a, b) => a.end - a.start - (b.end - b.start)).map(({ mark }) => mark);
      segments.push({ start: from, text: text.slice(from, until), marks: [...new Set(here)] });
      from = until;
    }
    lines.push({ start: at, segments });
    at = end + 1;
  }
  return lines;
}

function within({ start, end }: Span, length: number): Span {
  return { start: Math.max(0, start), end: Math.min(length, end) };
}

/** Lines in blocks of this many: a browser lays out only the blocks that it shows. */
const LINES_PER_BLOCK = 40;

export function blocksOf<Item>(lines: readonly Item[]): Item[][] {
  const blocks: Item[][] = [];
  for (let at = 0; at < lines.length; at += LINES_PER_BLOCK)
    blocks.push(lines.slice(at, at + LINES_PER_BLOCK));
  return blocks;
}
