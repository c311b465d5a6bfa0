import type { SourceSpans, Span } from '../resume/index.ts';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds words again in a text in which lines may be broken otherwise. */
function flexible(words: string): RegExp {
  return new RegExp(words.trim().split(/\s+/).map(escaped).join('[\\s\\u00ad]+'), 'g');
}

/** A CV's source text, and where its fields stand in it. */
export class Source {
  readonly text: string;
  private readonly spans: SourceSpans;

  constructor(text: string | undefined, spans: SourceSpans | undefined) {
    this.text = text ?? '';
    this.spans = spans ?? {};
  }

  /** Where a field stands: as the import noted it, or where its value occurs once and no more. */
  of(pointer: string, value: string): Span[] {
    const known = this.spans[pointer];
    if (known && known.length > 0) return known;
    if (this.text === '' || value.length > 2000) return [];
    const found = [...this.text.matchAll(flexible(value))];
    const one = found.length === 1 ? found[0]! : null;
    return one ? [{ start: one.index, end: one.index + one[0].length }] : [];
  }

  /** Where the import noted a field. */
  known(pointer: string): Span[] {
    return this.spans[pointer] ?? [];
  }

  /** Where words that stand in a field at an offset stand in the source; null where the source does not show them. */
  place(pointer: string, value: string, offset: number, words: string): Span | null {
    const before = [...value.slice(0, offset).matchAll(flexible(words))].length;
    let seen = 0;
    let last: Span | null = null;
    for (const { start, end } of this.of(pointer, value)) {
      for (const match of this.text.slice(start, end).matchAll(flexible(words))) {
        last = { start: start + match.index, end: start + match.index + match[0].length };
        if (seen++ === before) return last;
      }
    }
    return last;
  }
}
