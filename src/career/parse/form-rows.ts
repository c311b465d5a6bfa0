import type { Draft } from './draft.ts';
import type { CvLine } from './lines.ts';
import { Piece } from './piece.ts';

const labelledCell = /^([\p{L}][\p{L} ]{1,30}):\s*(?=\S)/u;

/** «City: Parma | Country: Italy | Final grade: 110/110»: each a line of its own, town and country one place. */
export function withoutFormRows(lines: CvLine[], draft: Draft): CvLine[] {
  return lines.flatMap((line) => {
    if (line.bullet || !/\s\|\s/.test(line.piece.text)) return [line];
    const cells = line.piece.split(/\s+\|\s+/g);
    if (cells.length < 2 || !cells.every(({ text }) => labelledCell.test(text))) return [line];
    const places: Piece[] = [];
    const others: Piece[] = [];
    for (const cell of cells) {
      const label = labelledCell.exec(cell.text)!;
      if (!/^(?:city|town|country|location|place)$/i.test(label[1]!)) {
        others.push(cell);
        continue;
      }
      draft.use(cell.slice(0, label[0].length));
      places.push(cell.slice(label[0].length));
    }
    const made = places.length > 0 ? [Piece.join(places, ', '), ...others] : others;
    return made.map((piece, i) => ({ ...line, piece, gapBefore: line.gapBefore && i === 0 }));
  });
}
