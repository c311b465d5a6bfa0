import type { Span } from '../text/segments.ts';
import type { Piece, ResumeModel } from './model.ts';

export type SourceSpans = Record<string, readonly Span[]>;

/** The places of a field in the text; of an entry or a section the places of all its fields. */
export function placesOf(spans: SourceSpans, pointer: string): Span[] {
  const own = spans[pointer];
  if (own && own.length > 0) return [...own];
  return Object.entries(spans)
    .filter(([at]) => at.startsWith(`${pointer}/`))
    .flatMap(([, places]) => places)
    .sort((a, b) => a.start - b.start);
}

/** What the piece is called wherever it is marked. */
export const pieceKey = ({ pointers }: Piece): string => pointers[0]!.replaceAll(/\s/g, '%20');

/** Where a piece stands in the text; fields that stand at the same place count once. */
export function pieceSpans(spans: SourceSpans, { pointers }: Piece): Span[] {
  const all = pointers.flatMap((pointer) => spans[pointer] ?? []);
  return [...new Map(all.map((span) => [`${span.start}-${span.end}`, span])).values()];
}

/** Every piece of a CV, in its order. */
export function allPieces({ name, label, contacts, summary, sections }: ResumeModel): Piece[] {
  const inEntries = sections.flatMap(({ entries }) =>
    entries.flatMap(({ title, subtitle, dates, paragraphs, bullets, tags }) => [
      ...title,
      ...subtitle,
      ...(dates ? [dates] : []),
      ...paragraphs,
      ...bullets,
      ...tags,
    ]),
  );
  return [
    ...(name ? [name] : []),
    ...(label ? [label] : []),
    ...contacts,
    ...(summary ? [summary] : []),
    ...inEntries,
  ];
}
