import { pointerTo, type Resume, type SourceSpans, type Span } from '../resume/index.ts';
import type { DateRange } from './dates.ts';
import type { Field, Piece } from './piece.ts';
import type { ParsedCv, ParseWarning } from './types.ts';

/** A part of the CV whose text fields still carry their places: strings become fields. */
export type Sourced<T> = T extends string
  ? Field
  : T extends (infer Item)[]
    ? Sourced<Item>[]
    : T extends object
      ? { [Key in keyof T]: Sourced<T[Key]> }
      : T;

export function field(value: string, piece: Piece): Field {
  return { value, spans: piece.spans };
}

/** Collects what is read, what was understood without becoming a field (headings, labels), and what looks wrong. */
export class Draft {
  readonly used: Span[] = [];
  readonly warnings: ParseWarning[] = [];

  use(...pieces: Piece[]): void {
    for (const piece of pieces) this.used.push(...piece.spans);
  }

  warn(code: string, message: string, more: { pointer?: string; spans?: Span[] } = {}): void {
    this.warnings.push({ code, message, ...more });
  }

  /** The start and end of an entry; the words around them («Present», «Expected») are understood with them. */
  dates(range: DateRange | null, piece: Piece | null): { startDate?: Field; endDate?: Field } {
    if (!range || !piece) return {};
    this.use(piece);
    if (range.ambiguous) {
      const message = 'The day and the month of a date cannot be told apart: only its year was taken.';
      this.warn('date_ambiguous', message, { spans: piece.spans });
    }
    const made: { startDate?: Field; endDate?: Field } = {};
    if (range.start) made.startDate = field(range.start, piece);
    if (range.end) made.endDate = field(range.end, piece);
    if (range.start && range.end && range.end.slice(0, 4) < range.start.slice(0, 4)) {
      this.warn('dates_reversed', 'A stretch of time ends before it begins.', { spans: piece.spans });
    }
    return made;
  }
}

function isField(value: object): value is Field {
  return 'value' in value && 'spans' in value && typeof value.value === 'string';
}

/** Plain JSON Resume out of sourced parts, and the spans of every text by its pointer. */
export function plain(sourced: Sourced<Resume>): Pick<ParsedCv, 'resume' | 'spans'> {
  const spans: SourceSpans = {};
  const walk = (value: unknown, path: (string | number)[]): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item, i) => walk(item, [...path, i]));
    if (isField(value)) {
      spans[pointerTo(...path)] = value.spans;
      return value.value;
    }
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined && !(Array.isArray(member) && member.length === 0))
      .map(([key, member]) => [key, walk(member, [...path, key])]);
    return Object.fromEntries(members);
  };
  return { resume: walk(sourced, []) as Resume, spans };
}
