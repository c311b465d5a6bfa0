import type { Work } from '../resume/index.ts';
import type { Draft, Sourced } from './draft.ts';
import { type Entry, groupEntries, withoutLabels } from './entries.ts';
import { withoutFormRows } from './form-rows.ts';
import { commaParts, fromTo, type Head, readHead } from './heads.ts';
import type { CvLine } from './lines.ts';
import { type Employer, employerOf, isNested, isUnitName, mostRows, rowOf } from './nesting.ts';
import { type Field, Piece } from './piece.ts';
import { companyScore, isDepartment, jobTypes, titleScore } from './words.ts';

/** A job or a post as a volunteer, before it is said which. */
export interface Role {
  position?: Field;
  organization?: Field;
  location?: Field;
  description?: Field;
  url?: Field;
  startDate?: Field;
  endDate?: Field;
  summary?: Field;
  highlights: Field[];
}

/** How much a first name reads like the position and the second like the organisation, rather than the other way round. */
function leaning([first, second]: [Piece, Piece]): number {
  const one = titleScore(first.text) - companyScore(first.text);
  const two = titleScore(second.text) - companyScore(second.text);
  return one - two;
}

/** «Title, Company» or «Company, Title» or «Title at Company» in one name: the cut that reads best. */
function cutName(name: Piece): Piece[] {
  const at = /\s+(?:at|with|for|@)\s+(?=[\p{Lu}\p{Lo}\d])/u.exec(name.text);
  if (at && titleScore(name.slice(0, at.index).text) > 0) {
    return [name.slice(0, at.index).tidy(), name.slice(at.index + at[0].length).tidy()];
  }
  const parts = commaParts(name);
  if (parts.length < 2) return [name];
  let best: Piece[] = [name];
  let most = parts.length === 2 ? 0.3 : 0.7;
  for (let i = 1; i < parts.length; i++) {
    const pair: [Piece, Piece] = [fromTo(name, parts, 0, i), fromTo(name, parts, i, parts.length)];
    const isOfTitle = isDepartment(parts[i]!.text) && titleScore(pair[0].text) > 0.6;
    const score = isOfTitle ? 0 : Math.abs(leaning(pair));
    if (score > most) [best, most] = [pair, score];
  }
  return best;
}

/** A place nobody has heard of, told by where it stands: the last of three. */
function lastAsPlace(names: Piece[], head: Head): Piece[] {
  const last = names.at(-1)!;
  const isNew =
    !head.place &&
    names.length > 2 &&
    /^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’ ,-]+$/u.test(last.text) &&
    last.text.length < 40;
  if (!isNew || titleScore(last.text) > 0.6 || companyScore(last.text) > 0.5) return names;
  head.place = last;
  return names.slice(0, -1);
}

function namesOf(head: Head): Piece[] {
  let { names } = head;
  if (names.length === 1) names = cutName(names[0]!);
  if (names.length === 2) {
    // «Title, Company, Town»: the town stays with the company until it is looked at.
    const [first, second] = names as [Piece, Piece];
    const [one, two] = leaning([first, second]) >= 0 ? [first, second] : [second, first];
    const parts = commaParts(two);
    const tail = parts.at(-1)!;
    const isTown = /^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]+(?: [\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]+)?$/u.test(tail.text);
    if (
      !head.place &&
      parts.length > 1 &&
      isTown &&
      companyScore(tail.text) === 0 &&
      /\p{Ll}/u.test(tail.text) &&
      titleScore(tail.text) < 0.5 &&
      titleScore(one.text) > 0.4
    ) {
      head.place = tail;
      const rest = fromTo(two, parts, 0, parts.length - 1);
      names = first === two ? [rest, one] : [one, rest];
    }
  }
  return lastAsPlace(names, head);
}

/** The two of several names that are the position and the organisation; the others say more about the organisation. */
function pickTwo(names: Piece[]): { pair: [Piece, Piece]; others: Piece[] } {
  const byTitle = names.toSorted(
    (a, b) => titleScore(b.text) - companyScore(b.text) - (titleScore(a.text) - companyScore(a.text)),
  );
  const title = byTitle[0]!;
  const rest = names.filter((name) => name !== title);
  const company = rest.toSorted((a, b) => companyScore(b.text) - companyScore(a.text))[0]!;
  const pair = names.filter((name) => name === title || name === company) as [Piece, Piece];
  return { pair, others: rest.filter((name) => name !== company) };
}

/** What forms ask about a job and JSON Resume has no field for: named in a warning, part of no summary. */
const administrative =
  /^(?:supervisor|salary|hours(?: per week)?|pay grade|reason for leaving|may (?:we )?contact)\b[^:]{0,24}:/i;

/** Prose and list items below a head: paragraphs are the summary, items the highlights. */
export function readBody(body: CvLine[], draft: Draft): { summary?: Field; highlights: Field[] } {
  const highlights: Piece[] = [];
  const prose: Piece[] = [];
  for (const line of body) {
    if (administrative.test(line.piece.text)) continue;
    if (/^[\p{L} ]{3,40}:$/u.test(line.piece.text)) draft.use(line.piece);
    else if (line.bullet || highlights.length > 0) highlights.push(line.piece);
    else prose.push(line.piece);
  }
  // Achievements on lines of their own whose bullets were lost on the way.
  if (highlights.length === 0 && prose.length > 2 && prose.every((line) => line.text.length < 220)) {
    return { highlights: prose };
  }
  return prose.length > 0 ? { summary: Piece.join(prose), highlights } : { highlights };
}

interface Read {
  head: Head;
  names: Piece[];
  entry: Entry;
  late: Late;
}

export function readRoles(lines: CvLine[], draft: Draft): { roles: Role[]; before: CvLine[] } {
  const { entries, before } = groupEntries(withoutLabels(withoutFormRows(lines, draft), draft));
  const reads: Read[] = entries.map((entry) => {
    const head = readHead(entry.head, draft);
    const late = takeLate(head, entry);
    return { head, names: namesOf(head).map((name) => withoutType(name, draft)), entry, late };
  });
  // How the section's other entries are written settles those that could be read either way.
  const votes = reads
    .filter(({ names }) => names.length === 2)
    .map(({ names }) => leaning(names as [Piece, Piece]));
  const usual = votes.reduce((sum, vote) => sum + vote, 0) + 0.1;
  const roles: Role[] = [];
  let employer: { role: Role; as: Employer } | null = null;
  let pending: Role | null = null;
  for (const { head, names, entry, late } of reads) {
    const role: Role = {
      ...draft.dates(head.date, head.datePiece),
      ...readBody([...late.sentences, ...entry.body], draft),
    };
    if (head.place) role.location = head.place;
    if (head.url) role.url = addressField(head.url);
    assign(role, names, usual);
    if (late.names.length > 0 && !role.description) role.description = Piece.join(late.names, ', ');
    const isWithin = employer !== null && (pending !== null || isNested(entry, employer.as));
    if (isWithin && role.position && role.organization && isUnitName(role.organization.value)) {
      // «Assistant Professor, Department of Linguistics» below the university.
      role.position = head.names.length === 1 ? head.names[0]! : role.position;
      delete role.organization;
    }
    const hasBody = role.summary !== undefined || role.highlights.length > 0;
    if (role.organization && !role.position && !hasBody) {
      if (pending) roles.push(pending);
      pending = role;
      employer = asEmployer(role, entry);
      continue;
    }
    if (role.position && !role.organization && employer && isWithin) {
      role.organization = employer.role.organization;
      role.location ??= employer.role.location;
    } else {
      if (pending) roles.push(pending);
      employer = asEmployer(role, entry);
    }
    pending = null;
    roles.push(role);
  }
  if (pending) roles.push(pending);
  return { roles, before };
}

function asEmployer(role: Role, entry: Entry): { role: Role; as: Employer } | null {
  const { organization, position } = role;
  if (!(organization instanceof Piece)) return null;
  const as = employerOf(entry, organization, position instanceof Piece ? position : undefined);
  return as && { role, as };
}

interface Late {
  names: Piece[];
  sentences: CvLine[];
}

const town = /^\p{Lu}[\p{L}\p{M}'’.-]*(?:[ -]\p{Lu}[\p{L}\p{M}'’.-]*){0,3}(?:, \p{Lu}[\p{L} .'’-]+)?$/u;

/**
 * What stands below the dates once position and organisation are told is no name any more: a sentence is told below the
 * head, a town is the place, and a few words more say what the organisation is.
 */
function takeLate(head: Head, { head: rows }: Entry): Late {
  const late: Late = { names: [], sentences: [] };
  const dateRow = rows.findIndex(({ date }) => date !== null && date === head.date);
  if (dateRow < 0 || dateRow === rows.length - 1 || rows.length > mostRows) return late;
  let told = 0;
  head.names = head.names.filter((name) => {
    const row = rowOf({ head: rows }, name);
    if (row <= dateRow || told < 2) {
      told += cutName(name).length;
      return true;
    }
    const { line } = rows[row]!;
    const isPlaceLike = town.test(name.text) && titleScore(name.text) < 0.5 && companyScore(name.text) < 0.5;
    if (
      /[.!?]$/.test(line.piece.text) &&
      !/\b(?:inc|ltd|co|corp|st|jr|sr|d\.c|u\.[ks])\.$/i.test(line.piece.text)
    ) {
      if (!late.sentences.includes(line)) late.sentences.push(line);
    } else if (!head.place && isPlaceLike) head.place = name;
    else late.names.push(name);
    return false;
  });
  return late;
}

/** «Lecturer (part-time)»: how somebody was employed is no part of the title. */
function withoutType(name: Piece, draft: Draft): Piece {
  const match = /^(.+?)\s*\(([^()]{3,40})\)$/.exec(name.text);
  if (!match || !jobTypes.test(match[2]!)) return name;
  draft.use(name.slice(match[1]!.length));
  return name.slice(0, match[1]!.length).trim();
}

function assign(role: Role, names: Piece[], usual: number): void {
  if (names.length === 0) return;
  if (names.length === 1) {
    const [name] = names as [Piece];
    if (titleScore(name.text) >= companyScore(name.text) && titleScore(name.text) > 0) role.position = name;
    else role.organization = name;
    return;
  }
  const { pair, others } = names.length > 2 ? pickTwo(names) : { pair: names as [Piece, Piece], others: [] };
  const own = leaning(pair);
  const isTitleFirst = Math.abs(own) > 0.9 ? own > 0 : own + usual > 0;
  [role.position, role.organization] = isTitleFirst ? pair : [pair[1], pair[0]];
  if (others.length > 0) role.description = Piece.join(others, ', ');
}

/** An address as JSON Resume wants it, whole: with https where the CV leaves it out. */
export function addressField(piece: Piece): Field {
  const bare = piece.text.replace(/[.,;:]+$/, '');
  return { value: /^[a-z]+:/i.test(bare) ? bare : `https://${bare}`, spans: piece.spans };
}

export function readWork(lines: CvLine[], draft: Draft): { work: Sourced<Work>[]; before: CvLine[] } {
  const { roles, before } = readRoles(lines, draft);
  const work: Sourced<Work>[] = roles.map(({ organization, ...role }) => ({ name: organization, ...role }));
  const items = before.filter(({ bullet }) => bullet !== null);
  // Achievements below no job: they stay one entry rather than be lost.
  if (work.length === 0 && items.length > 0) work.push(readBody(before, draft));
  return { work, before };
}
