import { AlignmentType, Document, LevelFormat, Packer, Paragraph, TextRun } from 'docx';
import { placeholdersIn } from '../letter.ts';
import { partsOf } from './layout.ts';

const BULLETS = 'bullets';

/** A letter as a Word file: plain paragraphs and lists; what is left to write is highlighted. */
export async function letterDocx(text: string): Promise<Uint8Array> {
  const placeholders = placeholdersIn(text);
  const children = partsOf(text).flatMap((part) =>
    part.kind === 'list'
      ? part.items.map(
          (item) =>
            new Paragraph({
              children: runs(item, placeholders),
              numbering: { reference: BULLETS, level: 0 },
              spacing: { after: 100 },
            }),
        )
      : [
          new Paragraph({
            children: part.lines.flatMap((line, at) => runs(line, placeholders, at > 0)),
            spacing: { after: 200 },
          }),
        ],
  );
  const document = new Document({
    styles: {
      default: { document: { run: { font: 'Calibri', size: 22 }, paragraph: { spacing: { line: 276 } } } },
    },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 340, hanging: 220 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        // Twentieths of a point: 2.5 cm.
        properties: { page: { margin: { top: 1_417, bottom: 1_417, left: 1_417, right: 1_417 } } },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function runs(line: string, placeholders: readonly string[], breaks = false): TextRun[] {
  const parts: string[] = [];
  let rest = line;
  for (const placeholder of placeholders) {
    const at = rest.indexOf(placeholder);
    if (at < 0) continue;
    parts.push(rest.slice(0, at), placeholder);
    rest = rest.slice(at + placeholder.length);
  }
  return [...parts, rest].map(
    (text, at) =>
      new TextRun({
        text,
        ...(breaks && at === 0 && { break: 1 }),
        ...(placeholders.includes(text) && { highlight: 'yellow' }),
      }),
  );
}
