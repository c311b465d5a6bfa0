import { asHead, type Entry, labelled } from './entries.ts';
import type { CvLine } from './lines.ts';

const isMarked = (line: CvLine) =>
  line.bullet === null &&
  (line.bold || line.level > 0) &&
  !labelled.test(line.piece.text) &&
  !/:$/.test(line.piece.text);

/** «1. Crop detection», with plain lines below: the numbers are no bullets but mark the names. */
export function withoutNumbers(lines: CvLine[]): CvLine[] {
  const isNumbered = ({ bullet }: CvLine) => bullet !== null && /^\d/.test(bullet);
  if (!lines[0] || !isNumbered(lines[0]) || lines.every(isNumbered)) return lines;
  return lines.map((line) =>
    isNumbered(line) ? { ...line, bullet: null, bold: true, gapBefore: true } : line,
  );
}

/** Entries by their looks: each begins with a bold line or a heading. Null where the first does not. */
export function entriesByLooks(lines: CvLine[]): Entry[] | null {
  if (!lines[0] || !isMarked(lines[0]) || lines.every(isMarked)) return null;
  const entries: Entry[] = [];
  let isHeadOpen = false;
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const last = entries.at(-1);
    if (
      isMarked(line) &&
      !(
        before &&
        isMarked(before) &&
        !line.gapBefore &&
        line.level === before.level &&
        !asHead(before).date &&
        asHead(line).date
      )
    ) {
      entries.push({ head: [asHead(line)], body: [] });
      isHeadOpen = true;
      continue;
    }
    // Directly below the name: its dates and what stands beside them.
    const isHead: boolean =
      isHeadOpen &&
      !line.bullet &&
      line.piece.text.length < 120 &&
      isDetail(line) &&
      !labelled.test(line.piece.text);
    isHeadOpen &&= isHead;
    if (isHead) last!.head.push(asHead(line));
    else last!.body.push(line);
  }
  return entries;
}

const isDetail = (line: CvLine) =>
  !/[.!?]$/.test(line.piece.text) && (asHead(line).date !== null || /\s[·|•]\s/.test(line.piece.text));
