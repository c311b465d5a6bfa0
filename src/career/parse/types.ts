import type { Resume, SourceSpans, Span } from '../resume/index.ts';

/** What looks wrong in a CV, or was not understood. */
export interface ParseWarning {
  /** Stable, for programs: `section_unknown`, `text_unplaced`, `dates_not_understood`, `no_contact`, ... */
  code: string;
  /** For people, in plain English. */
  message: string;
  /** The entry or field it is about, as a JSON pointer into the CV that was read. */
  pointer?: string;
  /** Where in the document's text. */
  spans?: Span[];
}

export interface ParsedCv {
  resume: Resume;
  /** Every text field of `resume` by its JSON pointer; list items too (`/work/0/highlights/2`). */
  spans: SourceSpans;
  warnings: ParseWarning[];
}
