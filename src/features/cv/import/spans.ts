import { pointerTo, type Resume, type SourceSpans } from '../../../career/resume/index.ts';
import type { SearchableText } from './locate.ts';

/** Where each text of a CV stands in a text that was written out of it. */
export function spansOf(resume: Resume, text: SearchableText): SourceSpans {
  const spans: SourceSpans = {};
  let from = 0;
  function visit(value: unknown, path: (string | number)[]): void {
    if (typeof value === 'string') {
      const span = text.locate(value, from);
      if (!span) return;
      spans[pointerTo(...path)] = [span];
      from = span.start;
    } else if (Array.isArray(value)) {
      for (const [i, item] of value.entries()) visit(item, [...path, i]);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
    }
  }
  for (const [section, value] of Object.entries(resume)) {
    from = 0;
    if (section !== 'meta') visit(value, [section]);
  }
  return spans;
}
