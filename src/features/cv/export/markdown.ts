import {
  headLines,
  type Resume,
  type ResumeEntry,
  resumeHeader,
  resumeSections,
} from '../../../career/resume/index.ts';

/** A resume as Markdown: one heading a section, one an entry; what Markdown would read as a mark is escaped. */
export function resumeMarkdown(resume: Resume): string {
  const { name, label, contacts } = resumeHeader(resume);
  const blocks = [
    name && `# ${escaped(name)}`,
    label && `**${escaped(label)}**`,
    contacts.map(escaped).join(' · '),
  ];
  for (const { title, entries } of resumeSections(resume)) {
    blocks.push(`## ${title}`);
    const isList = title !== 'Summary' && entries.every(({ heading }) => heading === null);
    if (isList) blocks.push(bulletList(entries.flatMap(({ paragraphs }) => paragraphs)));
    if (!isList) blocks.push(...entries.map(entryBlock));
  }
  const text = blocks.filter(Boolean).join('\n\n');
  return text === '' ? '' : `${text}\n`;
}

/** Its lines follow each other without gaps, so that what belongs together is read together. */
function entryBlock(entry: ResumeEntry): string {
  const lines = headLines(entry).map(escaped);
  const head = entry.heading ? lines.splice(0, 1).map((line) => `### ${line}`) : [];
  const paragraphs = entry.paragraphs.flatMap((paragraph) => paragraph.split(/\n+/)).map(escaped);
  // Two spaces at the end keep a line a line of its own.
  const plain = [...lines, ...paragraphs].join('  \n');
  return [...head, plain, bulletList(entry.bullets)].filter(Boolean).join('\n');
}

const bulletList = (items: readonly string[]): string =>
  items.map((item) => `- ${escaped(item).replaceAll('\n', ' ')}`).join('\n');

/** Inside a word `_` is no mark in any Markdown of today, and addresses are easier to read without the backslash. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*[\]<]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^(#{1,6}(?= |$)|[-+>](?= |$)|~{3,}|={2,}$|-{2,}$)/gm, '\\$1')
    .replace(/^(\d{1,9})([.)])(?= |$)/gm, '$1\\$2');
}
