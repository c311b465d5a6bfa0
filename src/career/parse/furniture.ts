import { findDates } from './dates.ts';
import type { Draft } from './draft.ts';
import type { CvLine } from './lines.ts';
import { sectionKinds } from './section-names.ts';

/** «Page 2 of 3»: what a printer put on the page. */
const pageNumber =
  /^[-–— ]*(?:page|p\.|seite|página|pagina)\s*\d{1,3}(?:\s*(?:of|\/|von|de|di)\s*\d{1,3})?[-–— ]*$|^\d{1,2} (?:of|\/) \d{1,2}$/iu;

/** «Leeds, 12 January 2025»: where and when the CV was signed. */
function isSigned(text: string): boolean {
  const [date] = findDates(text);
  if (!date || date.isRange || date.start?.length !== 10) return false;
  return (
    /^(?:(?:date|place)?[\s:]*[\p{Lu}][\p{L}\p{M} .'-]{1,30},\s*(?:the\s+)?|date\s*:\s*)$/iu.test(
      text.slice(0, date.index),
    ) && text.slice(date.index + date.length).trim() === ''
  );
}

/** The CV's own lines: without page numbers in between and the place and date at the end. */
export function withoutFurniture(lines: CvLine[], draft: Draft): CvLine[] {
  let isGap = false;
  const last = lines.length - 1;
  return lines.filter((line, i) => {
    const isOut = pageNumber.test(line.piece.text) || (i > 4 && i > last - 3 && isSigned(line.piece.text));
    if (isOut) draft.use(line.piece);
    else if (isGap) line.gapBefore = true;
    isGap = isOut && line.gapBefore;
    return !isOut;
  });
}

/** Headings that carry a bullet («● WORK EXPERIENCE») as headings: a sign that most of its lines are names of sections. */
export function withoutHeadingMarks(lines: CvLine[]): CvLine[] {
  const marked = lines.filter(({ bullet }) => bullet !== null && /^\P{N}$/u.test(bullet));
  const isNamed = ({ piece }: CvLine) => sectionKinds(piece.text).length > 0;
  const marks = new Set(
    [...new Set(marked.map(({ bullet }) => bullet))].filter((mark) => {
      const same = marked.filter(({ bullet }) => bullet === mark);
      const named = same.filter(isNamed).length;
      return named > 2 && named * 2 > same.length;
    }),
  );
  if (marks.size === 0) return lines;
  return lines.map((line) => (marks.has(line.bullet) ? { ...line, bullet: null, gapBefore: true } : line));
}
