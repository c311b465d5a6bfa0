/** Signs within a line, each with what stays of it; in this order. */
const within: [RegExp, string][] = [
  [/!?\[([^[\]]{0,1000})\]\([^()\s]{0,2000}\)/g, '$1'],
  [/(`{1,3})(.{1,400}?)\1/g, '$2'],
  [/(\*\*|__)(?=\S)(.{1,1000}?)(?<=\S)\1/g, '$2'],
  [/~~(?=\S)(.{1,1000}?)(?<=\S)~~/g, '$1'],
  // An underscore inside a word is a letter of it: OPENAI_API_KEY.
  [/(?<![\w*])\*(?=\S)([^*\n]{1,1000}?)(?<=\S)\*(?![\w*])/g, '$1'],
  [/(?<!\w)_(?=\S)([^\n]{1,1000}?)(?<=\S)_(?!\w)/g, '$1'],
  [/\\([\\`*_{}[\]()#+.!>|~-])/g, '$1'],
];

/** Signs that a line begins with. A text in a list is cut, so a sign may have lost its other half. */
const atStart = /^\s*(?:(?:#{1,6}|>+|[*+-]|\d+\.)\s+)*(?:[*_]{1,3}(?=\S))?/;
/** In a text that was made one line a quote begins after the end of a sentence. */
const quoteInside = /(?<=[.:!?»"”*_])\s+>\s+/g;
const fence = /^\s*(?:```|~~~)/;
const rule = /^\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?\s*$/;

/** Markdown as plain text, for where it is read aloud or stands in a list; its lines stay lines. */
export function plainText(markdown: string): string {
  const lines = markdown.split('\n').filter((line) => !fence.test(line) && !rule.test(line));
  return lines.map(plainLine).join('\n').trim();
}

function plainLine(line: string): string {
  let text = line.replace(quoteInside, ' ');
  if (/^\s*\|.*\|\s*$/.test(text))
    text = text
      .trim()
      .slice(1, -1)
      .trim()
      .replaceAll(/\s*\|\s*/g, ', ');
  for (const [sign, kept] of within) text = text.replaceAll(sign, kept);
  return text.replace(atStart, '');
}
