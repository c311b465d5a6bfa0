/** A part of a letter as files set it: a paragraph with its line breaks, or a list. */
export type Part = { kind: 'paragraph'; lines: string[] } | { kind: 'list'; items: string[] };

/** Reads a letter's plain text: empty lines part paragraphs, `- ` begins an item. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  for (const paragraph of text.trim().split(/\n[ \t]*\n+/)) {
    for (const line of paragraph.split('\n')) {
      const item = /^\s*[-•*] +(.*)$/.exec(line)?.[1];
      const last = parts.at(-1);
      if (item !== undefined) {
        if (last?.kind === 'list') last.items.push(item);
        else parts.push({ kind: 'list', items: [item] });
      } else if (last?.kind === 'paragraph' && line !== paragraph.split('\n')[0]) last.lines.push(line);
      else parts.push({ kind: 'paragraph', lines: [line] });
    }
  }
  return parts;
}
