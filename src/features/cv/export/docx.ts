import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';
import {
  headLines,
  type Resume,
  type ResumeEntry,
  type ResumeSection,
  resumeHeader,
  resumeSections,
} from '../../../career/resume/index.ts';

/*
 * One column of real headings, paragraphs and list items: no tables, no text boxes, nothing in headers or footers, so
 * that programs read it in the order people do. Sizes are in half points, distances in twentieths of a point.
 */

const BULLETS = 'bullets';
const GREY = '555555';

const paragraph = (text: string): Paragraph =>
  new Paragraph({ children: runs(text), spacing: { after: 60 } });

/** A line break in the text stays one. */
function runs(text: string, options: { color?: string } = {}): TextRun[] {
  return text
    .split('\n')
    .map((part, at) => new TextRun({ text: part, ...options, ...(at > 0 && { break: 1 }) }));
}

function entry(given: ResumeEntry): Paragraph[] {
  const { heading, paragraphs, bullets } = given;
  const lines = headLines(given);
  const hasMore = paragraphs.length + bullets.length > 0;
  return [
    ...lines.map((line, at) => {
      const keepNext = at < lines.length - 1 || hasMore;
      if (heading && at === 0)
        return new Paragraph({ text: line, heading: HeadingLevel.HEADING_2, keepNext });
      const spacing = { before: heading ? 0 : 120, after: 60 };
      return new Paragraph({ children: runs(line, { color: GREY }), spacing, keepNext });
    }),
    ...paragraphs.map(paragraph),
    ...bullets.map(
      (text) =>
        new Paragraph({
          children: runs(text),
          numbering: { reference: BULLETS, level: 0 },
          spacing: { after: 40 },
        }),
    ),
  ];
}

function section({ title, entries }: ResumeSection): Paragraph[] {
  return [
    new Paragraph({
      text: title,
      heading: HeadingLevel.HEADING_1,
      keepNext: true,
      border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: 'B8BEC6', space: 2 } },
    }),
    ...entries.flatMap(entry),
  ];
}

/** A resume as a Word file. */
export async function resumeDocx(resume: Resume): Promise<Uint8Array> {
  const { name, label, contacts } = resumeHeader(resume);
  const document = new Document({
    title: [name, 'CV'].filter(Boolean).join(' – '),
    ...(name && { creator: name }),
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 21 }, paragraph: { spacing: { line: 264 } } },
        title: { run: { size: 44, bold: true, color: '1F2933' }, paragraph: { spacing: { after: 40 } } },
        heading1: {
          run: { size: 25, bold: true, color: '27486B' },
          paragraph: { spacing: { before: 280, after: 100 } },
        },
        heading2: {
          run: { size: 22, bold: true, color: '1F2933' },
          paragraph: { spacing: { before: 140, after: 0 } },
        },
      },
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
              style: { paragraph: { indent: { left: 300, hanging: 200 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: { margin: { top: 1_000, bottom: 1_000, left: 1_130, right: 1_130 } } },
        children: [
          ...(name ? [new Paragraph({ text: name, heading: HeadingLevel.TITLE })] : []),
          ...(label ? [new Paragraph({ children: [new TextRun({ text: label, size: 24 })] })] : []),
          ...(contacts.length
            ? [
                new Paragraph({
                  children: runs(contacts.join(' · '), { color: GREY }),
                  spacing: { before: 60 },
                }),
              ]
            : []),
          ...resumeSections(resume).flatMap(section),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
