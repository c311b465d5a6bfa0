import type { Cv } from '../../../api/schema.d.ts';
import { placesOf } from '../resume/places.ts';
import type { Span } from '../text/segments.ts';

interface Finding {
  pointer: string | null;
  spans: readonly Span[];
}

/** A section that fails as a whole is not painted from end to end: its first place is enough to find it. */
const MOST_PLACES = 3;

/** Where a finding stands in the text: its own places, else those of its field, else the beginning of its entry. */
export function findingPlaces(
  { source_spans }: Pick<Cv, 'source_spans'>,
  { pointer, spans }: Finding,
): Span[] {
  if (spans.length > 0) return [...spans];
  if (pointer === null) return [];
  const own = placesOf(source_spans, pointer);
  if (own.length > 0) return own.slice(0, MOST_PLACES);
  const entry = /^\/[^/]+\/\d+(?=\/)/.exec(pointer)?.[0];
  return entry === undefined ? [] : placesOf(source_spans, entry).slice(0, 1);
}

export const findingKey = (check: string, index: number): string => `${check}-${index}`;
