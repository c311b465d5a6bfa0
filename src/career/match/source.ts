import type { SourceSpans, Span } from '../resume/index.ts';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds words again in a text in which lines may be broken otherwise. */
function flexible(words: string): RegExp {
  return new RegExp(words.trim().split(/\s+/).map(escaped).join('[\\s\\u00ad]+'), 'g');
}

interface Occurrences {
  inValue: number[];
  inText: Span[];
}

/** A CV's source text, and where its fields stand in it. */
export class Source {
  readonly text: string;
  private readonly spans: SourceSpans;
  /** The field that was last asked about. */
  private field: { pointer: string; value: string; found: Map<string, Occurrences> } | undefined;

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
    const { inValue, inText } = this.occurrences(pointer, value, words);
    // The third of the field is the third of its place in the source.
    let before = 0;
    while (before < inValue.length && inValue[before]! <= offset) before++;
    return inText[before] ?? inText.at(-1) ?? null;
  }

  /** Ends of the words in the field, and their places in the source; looked up once for all their places in a field. */
  private occurrences(pointer: string, value: string, words: string): Occurrences {
    if (this.field?.pointer !== pointer || this.field.value !== value) {
      this.field = { pointer, value, found: new Map() };
    }
    const known = this.field.found.get(words);
    if (known) return known;
    const found: Occurrences = {
      inValue: [...value.matchAll(flexible(words))].map((match) => match.index + match[0].length),
      inText: this.of(pointer, value).flatMap(({ start, end }) =>
        [...this.text.slice(start, end).matchAll(flexible(words))].map((match) => ({
          start: start + match.index,
          end: start + match.index + match[0].length,
        })),
      ),
    };
    this.field.found.set(words, found);
    return found;
  }
}
