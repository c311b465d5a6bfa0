import { type Draft, plainLine } from '../assemble.ts';
import type { HiddenText } from '../types.ts';
import { cleanText } from './characters.ts';

/** Sizes in points that stand for the levels of headings, as browsers have them. */
const headingSizes = [24, 18, 14, 12, 11, 11];
const bodySize = 11;

/** Markdown as the lines a reader sees; what only its source holds (comments) is hidden text. */
export function readMarkdown(source: string): { drafts: Draft[]; hidden: HiddenText[]; tables: number } {
  const hidden: HiddenText[] = [];
  const text = cleanText(source).replaceAll(/<!--([\s\S]*?)(-->|$)/g, (_all, comment: string) => {
    if (comment.trim() !== '') hidden.push({ text: comment.trim(), how: 'hidden', page: 1 });
    return '';
  });
  const lines = text.split('\n');
  const drafts: Draft[] = [];
  let tables = 0;
  let inTable = false;
  for (const [i, line] of lines.entries()) {
    if (/^\s*(```|~~~)/.test(line) || (i === 0 && line === '---')) continue;
    if (/^\s*(=+|-{3,}|\*{3,}|_{3,})\s*$/.test(line)) {
      underline(drafts.at(-1), line.trim()[0]!);
      drafts.push({ ...plainLine, text: '' });
      continue;
    }
    const isRow = /^\s*\|.*\|\s*$/.test(line);
    if (isRow && !inTable) tables++;
    inTable = isRow;
    if (isRow && /^[\s|:-]+$/.test(line)) continue;
    drafts.push(draftOf(isRow ? cells(line) : line));
  }
  return { drafts, hidden, tables };
}

/** A line of = or - below a text makes it a heading. */
function underline(draft: Draft | undefined, sign: string): void {
  if (!draft || draft.text === '' || (sign !== '=' && sign !== '-') || draft.text.length > 60) return;
  draft.bold = true;
  draft.size = headingSizes[sign === '=' ? 0 : 1]!;
}

function cells(line: string): string {
  return line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
    .join('\t');
}

function draftOf(line: string): Draft {
  const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line);
  const item = /^(\s*)(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?(.*)$/.exec(line);
  const links: NonNullable<Draft['links']> = [];
  const body = inline(heading ? heading[2]! : item ? item[2]! : line.replace(/^\s*>+\s?/, ''), links);
  const isBold = /^\s*(\*\*|__)[^*_]+\1:?\s*$/.test(heading ? '' : (item?.[2] ?? line));
  return {
    ...plainLine,
    text: item ? `• ${body}` : body,
    bold: heading !== null || isBold,
    size: heading ? headingSizes[heading[1]!.length - 1]! : bodySize,
    links,
  };
}

/** Without the signs of emphasis, code and links; each link is noted with its words. */
function inline(text: string, links: { url: string; words: string }[]): string {
  return plainTags(text)
    .replaceAll(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\[([^\]]+)\]\(\s*<?([^)\s>]+)>?[^)]*\)/g, (_all, words: string, url: string) => {
      links.push({ url, words: emphasis(words) });
      return words;
    })
    .replaceAll(/<((?:https?:\/\/|mailto:)[^>\s]+|[^\s<>@]+@[^\s<>@]+)>/g, (_all, url: string) => {
      links.push({ url: url.includes(':') ? url : `mailto:${url}`, words: url.replace('mailto:', '') });
      return url.replace('mailto:', '');
    })
    .replaceAll(/.+/g, emphasis);
}

function emphasis(text: string): string {
  return text
    .replaceAll(/(\*\*\*|\*\*|___|__|~~)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replaceAll(/(?<![\w*])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\w*])/g, '$2')
    .replaceAll(/`([^`]+)`/g, '$1')
    .replaceAll(/\\([\\`*_{}[\]()#+\-.!|>~&])/g, '$1');
}

function plainTags(text: string): string {
  return text
    .replaceAll(/<br\s*\/?>/gi, ' ')
    .replaceAll(
      /<\/?(?:p|div|span|b|i|em|strong|u|sub|sup|small|center|h[1-6]|details|summary|kbd|a|img)\b[^>]*>/gi,
      '',
    )
    .replaceAll(/&nbsp;/g, ' ')
    .replaceAll('&amp;', '&');
}
