import { UnreadableFile } from './failures.ts';
import { limits } from './limits.ts';
import { cleanLine, cleanSpacedLine, cleanText, withoutLongRuns } from './text/characters.ts';
import { joinBrokenWord } from './text/hyphens.ts';
import { closeSpacedLetters } from './text/spaced.ts';
import type { Line } from './types.ts';

/** A line as a reader of one kind of file found it; the text may still be rough. */
export interface Draft extends Omit<Line, 'start' | 'end'> {
  text: string;
  /** Addresses that stand on the line, with the words that carry each. */
  links?: { url: string; words: string }[];
  /** Whether the next line may go on with a word that is broken here: lines as they were wrapped on a page. */
  wraps?: boolean;
  /** Whether spaces are the layout, as in a plain text: its margin and its gaps stay as they are. */
  spaced?: boolean;
}

export interface Assembled {
  text: string;
  lines: Line[];
  links: { url: string; start: number | null; end: number | null }[];
}

export const plainLine = { page: 1, x: null, y: null, width: null, size: null, bold: false } as const;

/** The document's text out of its lines, each cleaned and with its place; empty ones become one blank line at most. */
export function assemble(drafts: Draft[]): Assembled {
  const cleaned = joinWords(drafts.map((draft) => ({ ...draft, text: shownText(draft.text, draft.spaced) })));
  const result: Assembled = { text: '', lines: [], links: [] };
  const parts: string[] = [];
  let length = 0;
  let isBlank = true;
  for (const { text, links = [], wraps: _wraps, spaced: _spaced, ...layout } of cleaned) {
    if (text === '') {
      addLinks(result, links, '', length);
      if (!isBlank) {
        parts.push('\n');
        length++;
      }
      isBlank = true;
      continue;
    }
    isBlank = false;
    result.lines.push({ start: length, end: length + text.length, ...layout });
    addLinks(result, links, text, length);
    parts.push(text, '\n');
    length += text.length + 1;
    if (length > limits.characters) throw new UnreadableFile('too_many_characters');
  }
  if (isBlank && parts.length > 0) parts.pop();
  result.text = parts.join('');
  return result;
}

const shownText = (text: string, isSpaced = false) =>
  withoutLongRuns((isSpaced ? cleanSpacedLine : cleanLine)(closeSpacedLetters(text)));

function addLinks(result: Assembled, links: NonNullable<Draft['links']>, text: string, offset: number): void {
  for (const { url: given, words } of links) {
    const url = cleanText(given).trim();
    const carrier = cleanLine(words);
    const at = carrier === '' ? -1 : text.indexOf(carrier);
    const found = at >= 0;
    result.links.push({
      url,
      start: found ? offset + at : null,
      end: found ? offset + at + carrier.length : null,
    });
  }
}

function joinWords(drafts: Draft[]): Draft[] {
  if (!drafts.some(({ wraps }) => wraps)) return drafts;
  const all = drafts.map(({ text }) => text).join('\n');
  for (let i = 0; i + 1 < drafts.length; i++) {
    const [line, next] = [drafts[i]!, drafts[i + 1]!];
    if (!line.wraps || line.page !== next.page) continue;
    // Beside another column, the next line's first word does not follow.
    if (line.spaced && /\S\s{3,}\S/.test(line.text)) continue;
    const joined = joinBrokenWord(line.text, next.text, all);
    if (joined) [line.text, next.text] = joined;
  }
  return drafts;
}
