import type { CvLine } from './lines.ts';
import type { Piece } from './piece.ts';

/** The items of a line, parted by commas and the like outside brackets. */
export function listItems(piece: Piece, separators = /[,;|•·▪●¦\t/]|\s{3,}|\s[–—]\s/): Piece[] {
  const parts: Piece[] = [];
  let depth = 0;
  let from = 0;
  const { text } = piece;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    if (text[i] === ')') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const isSlash = text[i] === '/' || text[i] === '\\';
    const sign = isSlash
      ? /^\s\/\s/.test(text.slice(i - 1, i + 2))
      : separators.test(text[i]!) ||
        /^\s{3}/.test(text.slice(i, i + 3)) ||
        /^\s[–—]\s/.test(text.slice(i, i + 3));
    if (!sign) continue;
    parts.push(piece.slice(from, i));
    from = i + 1;
  }
  parts.push(piece.slice(from));
  return parts.map(tidyItem).filter((part) => /[\p{L}\d]/u.test(part.text));
}

/** Without a full stop at the end and «and» before the last item. */
export function tidyItem(piece: Piece): Piece {
  const lead = /^[\s–—-]*(?:(?:and|&)\s+)?/i.exec(piece.text)![0].length;
  const bare = piece.slice(lead).trim();
  const end = bare.text.replace(/(?<!\b(?:inc|etc|no|vs))[.,;:–—-]+$/i, '').length;
  return bare.slice(0, Math.max(end, 0)).trim();
}

/** Lists whose items are blocks of several lines, or one line each with more below it. */
export function blocks(lines: CvLine[]): CvLine[][] {
  const margin = Math.min(...lines.map(({ indent }) => indent));
  const hasBullets = lines.some(({ bullet, indent }) => bullet !== null && indent <= margin + 1);
  const hasPlain = lines.some(({ bullet }) => bullet === null);
  const gaps = lines.filter(({ gapBefore }) => gapBefore).length;
  const byGap = !hasBullets && gaps > 1 && gaps < lines.length;
  const made: CvLine[][] = [];
  for (const line of lines) {
    const starts = byGap
      ? line.gapBefore
      : hasBullets && !hasPlain
        ? line.indent <= margin + 1
        : hasBullets
          ? (line.bullet === null &&
              (line.gapBefore ||
                line.bold ||
                line.level > 0 ||
                made.at(-1)?.at(-1)?.bullet !== null ||
                made.at(-1)!.length === 0)) ||
            (line.bullet !== null && line.gapBefore)
          : line.level > 0 || true;
    if (starts || made.length === 0) made.push([line]);
    else made.at(-1)!.push(line);
  }
  return made;
}
