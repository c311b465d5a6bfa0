import type { Span } from '../resume/index.ts';
import { bareHeading, looksLikeHeading, sectionOf } from './headings.ts';
import type { Section, SectionKind } from './types.ts';

/** A paragraph or an entry of a list. */
export interface Block extends Span {
  section: SectionKind;
  bullet: boolean;
}

interface Piece extends Span {
  bullet: boolean;
  blankBefore: boolean;
  indent: number;
}

const bulletMark = /^(?:[•▪●◦‣∙·■□➤►▸✓✔✅➢*–—-]|o(?=\s+[A-Z])|\d{1,2}[.)](?=\s)|\([a-z\d]\))\s*/u;
const inlineBullet = /\s{0,20}[•▪●◦‣■➤►▸✓✔➢]\s*/gu;

/** Cuts a text into lines, and lines into entries where copying has put several bullets on one. */
function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let blankBefore = true;
  for (const match of text.matchAll(/[^\r\n]+|\r?\n(?=[ \t]*\r?\n)/g)) {
    if (match[0].trim() === '') {
      blankBefore = true;
      continue;
    }
    const line = match[0];
    const cuts = [0];
    for (const cut of line.matchAll(inlineBullet)) if (line.slice(0, cut.index).trim()) cuts.push(cut.index);
    const dashes = [...line.matchAll(/\s[-*]\s(?=[A-Z\d])/g)];
    if (line.length > 120 && dashes.length >= 2) for (const dash of dashes) cuts.push(dash.index);
    cuts.sort((a, b) => a - b);
    for (const [i, from] of cuts.entries()) {
      const part = line.slice(from, cuts[i + 1] ?? line.length);
      const indent = part.length - part.trimStart().length;
      const bare = part.trim();
      const mark = /^\*\*|^-{3,}|^\*{3,}/.test(bare) ? null : bulletMark.exec(bare);
      const start = match.index + from + indent + (mark?.[0].length ?? 0);
      const end = match.index + from + part.trimEnd().length;
      if (end > start)
        found.push({ start, end, bullet: mark !== null, blankBefore: blankBefore && i === 0, indent });
    }
    blankBefore = false;
  }
  return found;
}

/** «Requirements: 3 years of Go»: the name of a section that its text follows on the same line. */
function inlineHeading(text: string): { kind: SectionKind; length: number } | null {
  const match = /^[^\n:.!?]{3,45}[:：](?=\s*\S)/.exec(text);
  if (!match) return null;
  const kind = sectionOf(match[0]);
  return kind === null ? null : { kind, length: match[0].length };
}

/** Names of sections with a colon in the midst of a paragraph, as copying without line breaks leaves them. */
const embedded =
  /(?<=[.!?)]\s{0,3}|\s{2}|(?<!\b(?:[Kk]ey|[Mm]inimum|[Bb]asic|[Jj]ob|[Ee]ssential|[Mm]ain|[Cc]ore|[Pp]referred|[Rr]equired|[Pp]osition|[Rr]ole|[Tt]echnical|[Oo]ther|[Ll]anguage|[Yy]our|[Oo]ur|and|&|KEY|MINIMUM|PREFERRED|REQUIRED|BASIC|JOB)\s)(?<=[\p{L})]\s))(?=(?:Requirements|Qualifications|Responsibilities|Benefits|Nice to have|Nice-to-have|Must have|Must-have|What you['’]ll do|What we offer|What you['’]ll bring|What you bring|About us|About you|About the role|Preferred(?: qualifications)?|Bonus points?|Your profile|Your tasks|We offer|You have|Skills|Duties|Key responsibilities|REQUIREMENTS|QUALIFICATIONS|RESPONSIBILITIES|BENEFITS|NICE TO HAVE)\s*[:：])/gu;

const minWrapped = 60;

export function readBlocks(text: string): { blocks: Block[]; sections: Section[] } {
  const lines = pieces(text).flatMap((piece) => {
    const cuts = [...text.slice(piece.start, piece.end).matchAll(embedded)].map(
      ({ index }) => piece.start + index,
    );
    const starts = [piece.start, ...cuts.filter((cut) => cut > piece.start)];
    return starts.map((start, i) => ({
      ...piece,
      start,
      end: starts[i + 1] ?? piece.end,
      bullet: piece.bullet && i === 0,
    }));
  });
  const widest = Math.max(0, ...lines.map(({ start, end }) => end - start));
  const sections: Section[] = [{ kind: 'intro', heading: null, span: { start: 0, end: text.length } }];
  const blocks: Block[] = [];
  let last: Piece | null = null;
  let main: SectionKind = 'intro';
  const open = (kind: SectionKind, start: number, end: number) => {
    sections.at(-1)!.span.end = start;
    sections.push({
      kind,
      heading: { text: bareHeading(text.slice(start, end)), span: { start, end } },
      span: { start, end: text.length },
    });
    main = kind;
    last = null;
  };
  for (const [index, piece] of lines.entries()) {
    const line = text.slice(piece.start, piece.end).trimEnd();
    const form = piece.bullet && !/[:：]$/.test(line) ? null : looksLikeHeading(line);
    const named = form === null ? null : sectionOf(line);
    if (named !== null && (form === 'marked' || isWholeName(line, lines[index + 1]?.bullet === true))) {
      open(named, piece.start, piece.start + line.length);
      continue;
    }
    if (form === 'marked' && !piece.bullet && !/^[^:]*:.+/.test(line) && piece.start > 0) {
      // «Frontend:» inside the requirements divides them; a heading with space around it opens something else.
      if (!(piece.blankBefore === false && ['required', 'preferred', 'responsibilities'].includes(main))) {
        open('other', piece.start, piece.start + line.length);
      }
      continue;
    }
    let start = piece.start;
    const inline = inlineHeading(line);
    if (inline && (!piece.bullet || inline.kind !== 'intro')) {
      const keeps = piece.bullet && main !== 'intro' && main !== 'other';
      if (!keeps) {
        open(inline.kind, piece.start, piece.start + inline.length);
        start += inline.length;
        while (/\s/.test(text[start] ?? '')) start++;
      }
    }
    const current: Piece = { ...piece, start };
    const previous = blocks.at(-1);
    if (last && previous && continues(text, last, current, widest)) previous.end = current.end;
    else blocks.push({ start, end: current.end, section: main, bullet: piece.bullet });
    last = current;
  }
  return { blocks, sections };
}

/** An unmarked line is a heading only where it says little beside the section's name, or bullets follow. */
function isWholeName(line: string, beforeBullets: boolean): boolean {
  return bareHeading(line).split(/\s+/).length <= (beforeBullets ? 9 : 6) && !/\d/.test(line);
}

/** Whether a line goes on with the paragraph or entry before it. */
function continues(text: string, last: Piece, next: Piece, widest: number): boolean {
  if (next.bullet || next.blankBefore) return false;
  const before = text.slice(last.start, last.end).trimEnd();
  const begins = text[next.start] ?? '';
  if (/[a-z(,&]/.test(begins) && !/[.!?:]$/.test(before)) return true;
  if (last.bullet && next.indent > last.indent) return true;
  const length = last.end - last.start;
  return widest <= 130 && length >= minWrapped && length >= widest * 0.75;
}
