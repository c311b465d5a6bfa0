import type { Project } from '../resume/index.ts';
import { findDates } from './dates.ts';
import type { Draft, Sourced } from './draft.ts';
import { asHead, type Entry, groupEntries, labelled } from './entries.ts';
import { commaParts, readHead, webAddress } from './heads.ts';
import type { CvLine } from './lines.ts';
import { listItems, tidyItem } from './lists.ts';
import type { TextLink } from './markup.ts';
import { type Field, Piece } from './piece.ts';
import { entriesByLooks, withoutNumbers } from './project-entries.ts';
import { addressField } from './work.ts';

const tools =
  /^(?:technolog(?:y|ies)|tech(?:nical)? stack|tech|stack|tools|built with|keywords|languages?|frameworks?|skills|methods?)(?: used)?\s*[:–-]\s*/i;

/** «Name: what it is», «Name — what it is»: the name and the sentence behind it. */
function cutDescription(line: CvLine): { name: Piece; description: Piece } | null {
  const { piece } = line;
  const match = /^(.{2,70}?)(?:\s+(?:[–—]|--?)\s+|:\s+|\s*—\s*|\.\s+(?=\p{Lu}))(?=\S)/u.exec(piece.text);
  if (!match) return null;
  const description = piece.slice(match[0].length);
  const words = description.text.split(/\s+/).length;
  if (
    words < 4 ||
    findDates(description.text).some(({ index, length }) => index < 2 && length > description.text.length - 4)
  )
    return null;
  return { name: piece.slice(0, match[1]!.length).trim(), description };
}

/** «Name (Go, Postgres)», «Name | Go, Postgres»: what it was made with. */
function cutKeywords(name: Piece): { name: Piece; keywords: Piece[]; type?: Piece } {
  const match = /^(.+?)\s*[([]([^()[\]]+)[)\]]$/.exec(name.text);
  if (!match) return { name, keywords: [] };
  const inside = name.slice(name.text.length - 1 - match[2]!.length, name.text.length - 1);
  const items = commaParts(inside);
  const bare = name.slice(0, match[1]!.length);
  if (items.length > 1) return { name: bare, keywords: items };
  if (
    /\b(?:open source|personal|academic|group|team|client|university|side|thesis|capstone|freelance|hackathon|final year|coursework)\b/i.test(
      inside.text,
    )
  )
    return { name: bare, keywords: [], type: inside };
  return { name, keywords: [] };
}

/** A plain line below a project's name: an address, a list of tools, or prose; gives the tools. */
function readPlain(line: Piece, made: Sourced<Project>, prose: Piece[]): Piece[] {
  const keywords: Piece[] = [];
  for (const cell of line.split(/\s*[|•·]\s*|\t+/g)) {
    const [address] = [...cell.text.matchAll(webAddress)];
    const items = commaParts(cell);
    if (address && address[0].length === cell.text.length && !made.url) made.url = addressField(cell);
    else if (
      items.length > 1 &&
      items.every(({ text }) => text.split(' ').length < 4) &&
      !/\.$/.test(cell.text)
    )
      keywords.push(...items);
    else prose.push(cell);
  }
  return keywords;
}

/** «A profiler (github.com/anna/meter)»: the address at the end of a description. */
function takeAddress(piece: Piece): { rest: Piece; url?: Field } {
  const match = [...piece.text.matchAll(webAddress)].at(-1);
  if (!match?.[0].includes('/') || /[\p{L}\d]/u.test(piece.text.slice(match.index + match[0].length)))
    return { rest: piece };
  const url = addressField(piece.slice(match.index, match.index + match[0].length));
  return { rest: piece.slice(0, piece.text.slice(0, match.index).replace(/[\s(–—:,-]+$/, '').length), url };
}

/** One to three words with capitals: whoever the project was for. */
const entityName = /^\p{Lu}[\p{L}\d&.'’-]*(?: (?:\p{Lu}[\p{L}\d&.'’-]*|&|of|and)){0,3}$/u;

/** On the same line, parted by a dash. */
const isBeside = ({ head }: Entry, name: Piece, other: Piece) =>
  head.some(({ piece }) => {
    const at = piece.text.indexOf(name.text);
    return (
      at >= 0 &&
      /^\s+[–—-]\s+$/.test(
        piece.text.slice(at + name.text.length, piece.text.indexOf(other.text, at + name.text.length)),
      )
    );
  });

const descriptionLabel = /^(?:project )?(?:description|summary|overview|about)\s*[:–-]\s*/i;
const roleLabel = /^(?:my )?(?:role|position)\s*[:–-]\s*/i;
const periodLabel = /^(?:duration|period|dates?|timeline)\s*[:–-]\s*/i;
const kinds =
  /^(?:application|app|talk|presentation|conference|volunteering|library|open source|package|website|game|prototype|thesis|hackathon)$/i;

/** «Description: ...», «Role: ...», «Duration: ...» below a project; false for a line without such a label. */
function readLabelled(line: CvLine, made: Sourced<Project>, prose: Piece[], draft: Draft): boolean {
  const { piece } = line;
  const label = [descriptionLabel, roleLabel, periodLabel].find((pattern) => pattern.test(piece.text));
  if (!label || line.bullet) return false;
  const at = label.exec(piece.text)![0].length;
  const rest = piece.slice(at);
  if (label === periodLabel) {
    const [date] = findDates(rest.text);
    // «4 months» says how long, not when: JSON Resume has no field for it.
    if (!date) return true;
    Object.assign(made, draft.dates(date, rest.slice(date.index, date.index + date.length)));
  } else if (label === roleLabel) made.roles = [...(made.roles ?? []), ...commaParts(rest)];
  else prose.push(rest);
  draft.use(piece.slice(0, at));
  return true;
}

function readEntry(entry: Entry, draft: Draft, links: TextLink[]): Sourced<Project> {
  const [first, ...others] = entry.head;
  const made: Sourced<Project> = {};
  const cut = first && cutDescription(first.line);
  const head = readHead(cut ? [asHead({ ...first!.line, piece: cut.name }), ...others] : entry.head, draft);
  const linked = cut && takeAddress(cut.description);
  if (linked?.url) made.url = linked.url;
  const prose: Piece[] = linked ? [linked.rest] : [];
  const keywords: Piece[] = [];
  for (const [i, whole] of [...head.names, ...head.types].entries()) {
    const list = tools.exec(whole.text);
    if (list) {
      draft.use(whole.slice(0, list[0].length));
      keywords.push(...listItems(whole.slice(list[0].length)));
      continue;
    }
    const named = cutKeywords(whole);
    keywords.push(...named.keywords);
    if (named.type) made.type = named.type;
    if (i === 0) made.name = named.name;
    else if (!made.type && kinds.test(whole.text)) made.type = whole;
    else if (i === 1 && !made.entity && entityName.test(whole.text) && isBeside(entry, head.names[0]!, whole))
      made.entity = whole;
    else if (commaParts(whole).length > 1 && whole.text.length < 100) keywords.push(...listItems(whole));
    else if (
      /\b(?:lead|developer|designer|manager|author|maintainer|founder|engineer|creator|contributor|researcher|analyst)\b/i.test(
        whole.text,
      ) &&
      whole.text.length < 50
    )
      made.roles = [...(made.roles ?? []), whole];
    else prose.push(whole);
  }
  if (head.place) prose.push(head.place);
  Object.assign(made, draft.dates(head.date, head.datePiece));
  const highlights: Piece[] = [];
  for (const line of entry.body) {
    if (readLabelled(line, made, prose, draft)) continue;
    const list = tools.exec(line.piece.text);
    const address =
      /^(?:(?:url|link|website|code|demo|repo(?:sitory)?|github|live|source)\s*:\s*)?((?:https?:\/\/|www\.|github\.com\/)\S+)$/i.exec(
        line.piece.text,
      );
    if (list) {
      draft.use(line.piece.slice(0, list[0].length));
      keywords.push(...listItems(line.piece.slice(list[0].length)));
    } else if (address && !made.url) {
      const at = line.piece.text.length - address[1]!.length;
      draft.use(line.piece.slice(0, at));
      made.url = addressField(line.piece.slice(at));
    } else if (line.bullet || highlights.length > 0) highlights.push(line.piece);
    else keywords.push(...readPlain(line.piece, made, prose));
  }
  if (head.url) made.url ??= addressField(head.url);
  const spans = made.name?.spans ?? [];
  const link = links.find(
    ({ start, end, url }) =>
      /^https?:/.test(url) && spans.some((span) => span.start < end && start < span.end),
  );
  if (link && spans.length > 0) made.url ??= { value: link.url, spans };
  if (prose.length > 0) made.description = Piece.join(prose);
  if (highlights.length > 0) made.highlights = highlights;
  if (keywords.length > 0) made.keywords = keywords.map(tidyItem);
  return made;
}

/** Lists whose every item is a project of its own, rather than something told about one. */
function asItems(lines: CvLine[]): CvLine[] | null {
  const margin = Math.min(...lines.map(({ indent }) => indent));
  const top = lines.filter((line) => line.indent <= margin + 1);
  if (!top.every(({ bullet }) => bullet !== null)) return null;
  return lines.map((line) => (top.includes(line) ? { ...line, bullet: null, gapBefore: true } : line));
}

export function readProjects(given: CvLine[], draft: Draft, links: TextLink[]): Sourced<Project>[] {
  const lines = withoutNumbers(given);
  const marked = entriesByLooks(lines);
  if (marked) return marked.map((entry) => readEntry(entry, draft, links));
  const items = asItems(lines);
  const hasGaps = lines.filter(({ gapBefore }) => gapBefore).length > 1;
  const described = (line: CvLine) =>
    !line.bullet && !labelled.test(line.piece.text) && cutDescription(line) !== null;
  if (
    items ||
    lines
      .filter((line) => !line.bullet)
      .every((line) => described(line) || tools.test(line.piece.text) || (hasGaps && !line.gapBefore))
  ) {
    return eachLine(items ?? lines).map((entry) => readEntry(entry, draft, links));
  }
  const { entries, before } = groupEntries(lines, { isHead: () => true, isLower: true });
  const made = entries.map((entry) => readEntry(entry, draft, links));
  return before.length > 0
    ? [...eachLine(before).map((entry) => readEntry(entry, draft, links)), ...made]
    : made;
}

function eachLine(lines: CvLine[]): Entry[] {
  const entries: Entry[] = [];
  const hasGaps = lines.filter(({ gapBefore }) => gapBefore).length > 1;
  for (const line of lines) {
    const last = entries.at(-1);
    const isSentence =
      /[.!?]$/.test(line.piece.text) && line.piece.text.split(/\s+/).length > 3 && !cutDescription(line);
    const below =
      line.bullet ||
      isSentence ||
      labelled.test(line.piece.text) ||
      tools.test(line.piece.text) ||
      (hasGaps && !line.gapBefore);
    if (last && below) last.body.push(line);
    else entries.push({ head: [asHead(line)], body: [] });
  }
  return entries;
}
