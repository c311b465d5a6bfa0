import { partsOf } from './layout.ts';

/** A letter as Markdown; what Markdown would read as a mark is escaped, line breaks stay. */
export function letterMarkdown(text: string): string {
  const blocks = partsOf(text).map((part) =>
    part.kind === 'list'
      ? part.items.map((item) => `- ${escaped(item)}`).join('\n')
      : part.lines.map(escaped).join('  \n'),
  );
  return `${blocks.join('\n\n')}\n`;
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*[\]<]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^(#{1,6}(?= |$)|[-+>](?= |$)|~{3,}|={2,}$|-{2,}$)/gm, '\\$1')
    .replace(/^(\d{1,9})([.)])(?= |$)/gm, '$1\\$2');
}
