import type { Interest, Reference } from '../resume/index.ts';
import type { Sourced } from './draft.ts';
import { isName } from './identity.ts';
import type { CvLine } from './lines.ts';
import { blocks, listItems, tidyItem } from './lists.ts';
import { Piece } from './piece.ts';

/** «Rowing, chess and jazz»: the last of a list is two. */
function withLast(items: Piece[]): Piece[] {
  return items.length < 2 ? items : [...items.slice(0, -1), ...items.at(-1)!.split(/\s+(?:and|&)\s+/g)];
}

/** Interests one by one, or «Sports: rowing, running» with keywords. */
export function readInterests(lines: CvLine[]): Sourced<Interest>[] {
  return lines.flatMap((line): Sourced<Interest>[] => {
    const { piece } = line;
    const named = /^([^:,;.]{3,40}):\s+(?=\S)/.exec(piece.text);
    if (named)
      return [{ name: piece.slice(0, named[1]!.length), keywords: listItems(piece.slice(named[0].length)) }];
    const isSentence =
      /[.!]$/.test(piece.text) && piece.text.split(/\s+/).length > 14 && !/,.*,/.test(piece.text);
    if (isSentence) return [{ name: tidyItem(piece) }];
    return piece
      .split(/\.\s+(?=\p{Lu})/gu)
      .flatMap((part) => withLast(listItems(part, /[,;|•·▪●¦\t]/)))
      .map((name) => ({ name }));
  });
}

/** Who can be asked, a block each; «on request» is a reference without a name. */
export function readReferences(lines: CvLine[]): Sourced<Reference>[] {
  return blocks(lines.map((line) => ({ ...line, bullet: line.bullet }))).map((block) => {
    const [first, ...below] = block as [CvLine, ...CvLine[]];
    const quote = /^["“«](.+)["”»]\s*[-–—]+\s*(.+)$/u.exec(first.piece.text);
    if (quote) {
      const from = first.piece.text.indexOf(quote[2]!, first.piece.text.length - quote[2]!.length);
      return { name: first.piece.slice(from), reference: first.piece.slice(1, 1 + quote[1]!.length) };
    }
    const cut = /^(.+?)(?:,\s+|\s+[–—|-]\s+|:\s+)(.+)$/.exec(first.piece.text);
    const head = cut ? first.piece.slice(0, cut[1]!.length) : first.piece;
    if (!isName(head.text.replace(/^(?:dr|prof|mr|mrs|ms|mx)\.?\s+/i, ''))) {
      return { reference: Piece.join(block.map(({ piece }) => piece)) };
    }
    const rest = [
      ...(cut ? [first.piece.slice(first.piece.text.length - cut[2]!.length)] : []),
      ...below.map(({ piece }) => piece),
    ];
    return { name: head, ...(rest.length > 0 ? { reference: Piece.join(rest, ', ') } : {}) };
  });
}

/** Prose with its paragraphs: a gap or a list item begins one, and so does a line after one that ended early. */
export function readSummary(lines: CvLine[], width: number): Piece | null {
  const parts: Piece[] = [];
  const nothing = new Piece('', []);
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const isEnd =
      before !== undefined &&
      /[.!?:]["'”’)]?$/.test(before.piece.text) &&
      (before.length < width * 0.78 || before.length > 160);
    const starts = line.gapBefore || line.bullet !== null || isEnd;
    if (before) parts.push(Piece.join([nothing, nothing], starts ? '\n' : ' '));
    parts.push(line.piece);
  }
  return parts.length > 0 ? Piece.join(parts, '') : null;
}
