import type { Education } from '../resume/index.ts';
import { degreeOf, hasDegree, isSchool, isSchoolName, readStudies, type Studies } from './degrees.ts';
import type { Draft, Sourced } from './draft.ts';
import { readEducationTable } from './education-table.ts';
import { type Entry, groupEntries, withoutLabels } from './entries.ts';
import { withoutFormRows } from './form-rows.ts';
import { commaParts, fromTo, readHead } from './heads.ts';
import type { CvLine } from './lines.ts';
import type { Piece } from './piece.ts';
import { addressField } from './work.ts';

const score =
  /(?:(?:cumulative |overall |final )?(?:c?gpa|grade(?: point average)?|final grade|average|result|score|classification|mark)(?:\s*[:–-]\s*|\s+of\s+|\s+(?=\d)))(2[:.][12](?!\d)|\d[\d.,]*\s*%?(?:\s*(?:\/|out of|of(?: an?)?(?: max(?:imum|\.)?(?: of)?)?)\s*\d[\d.]*(?:\s+(?:summa |magna )?cum laude)?)?|[\p{L}\d][\p{L}\d: .*+-]{0,40}?(?=[,;)|]|$))|(?<![\p{L}\d])(\d[\d.,]*\s*\/\s*(?:4(?:\.0+)?|5(?:\.0)?|10|20|30|100|110)(?![\d/])|\d{2}(?:[.,]\d+)?\s?%|\d[.,]\d{1,2}\s*(?:\/\s*\d(?:\.\d+)?\s*)?(?:c?gpa)|(?:first|upper second|lower second|second|third)[- ]class(?: honou?rs)?(?:\s*\((?:2[:.][12]|1st)\))?|2[:.][12](?:\s+honou?rs)?|1st(?: class)?(?: honou?rs)?|(?:summa |magna )?cum laude|with (?:high |highest |first class )?(?:distinction|honou?rs|merit)|distinction|merit|grades?:? [A-E*]{2,6}|pass with .{3,20})(?![\p{L}\d])/iu;
const courses =
  /^(?:relevant |selected |key |main )?(?:coursework|courses|modules|course work|subjects)(?: included?| includes?)?\s*[:–-]\s*/i;

/** «GPA 3.8/4.0», «First Class Honours»: taken out of a name that holds one. */
function takeScore(piece: Piece): { score: Piece; rest: Piece; label: Piece } | null {
  const match = score.exec(piece.text);
  if (!match) return null;
  const value = match[1] ?? match[2]!;
  const at = match.index + match[0].lastIndexOf(value);
  return {
    score: piece.slice(at, at + value.length).trim(),
    label: piece.slice(match.index, at),
    rest: piece.without(match.index, match.index + match[0].length).tidy(),
  };
}

/** Parts of one name by its commas: «BSc Physics, University of Leeds». */
function cutBySchool(name: Piece): Piece[] {
  const from = /\s+(?:from|at)\s+(?=(?:the )?\p{Lu})/u.exec(name.text);
  if (from && hasDegree(name.text.slice(0, from.index))) {
    return [name.slice(0, from.index).tidy(), name.slice(from.index + from[0].length).tidy()];
  }
  const parts = commaParts(name);
  const at = parts.findIndex((part) => isSchoolName(part.text));
  if (at < 0 || parts.length < 2) return [name];
  if (at === 0) {
    const next = parts.findIndex((part, i) => i > 0 && hasDegree(part.text));
    return next > 0 ? [fromTo(name, parts, 0, next), fromTo(name, parts, next, parts.length)] : [name];
  }
  // «University of California, Berkeley»: what follows a school still belongs to it.
  return [fromTo(name, parts, 0, at), fromTo(name, parts, at, parts.length)];
}

/** «MEng Informatics, FEUP»: a school that no word tells, behind the degree and its subject. */
function cutUnknownSchool(degree: Piece): { degree: Piece; school: Piece } | null {
  const parts = commaParts(degree);
  const first = parts[0] ? readStudies(parts[0]) : {};
  const from = first.studyType && first.area ? 1 : 2;
  if (parts.length <= from) return null;
  return { degree: fromTo(degree, parts, 0, from), school: fromTo(degree, parts, from, parts.length) };
}

/** «BE, Mechanical Engineering» behind the degree in full. */
const shortFirst = /^\p{Lu}[\p{L}.]{1,7},\s+(?=\p{Lu})/u;

function readTwice(part: Piece): Studies {
  const match = shortFirst.exec(part.text);
  if (!match) return readStudies(part);
  return { studyType: part.slice(0, match[0].length).tidy(), area: part.slice(match[0].length) };
}

function readEntry(entry: Entry, draft: Draft): Sourced<Education> {
  const head = readHead(entry.head, draft);
  const made: Sourced<Education> = {};
  const studies: Piece[] = [];
  for (const whole of [...head.names, ...head.types]) {
    let name = whole;
    const graded = takeScore(name);
    if (graded && !made.score) {
      made.score = graded.score;
      draft.use(graded.label);
      name = graded.rest;
    }
    if (name.isEmpty) continue;
    for (const part of cutBySchool(name)) {
      if (!made.institution && isSchoolName(part.text)) made.institution = part;
      else studies.push(part);
    }
  }
  const withDegree = studies.findIndex((part) => hasDegree(part.text));
  if (withDegree >= 0) {
    const [degree] = studies.splice(withDegree, 1);
    const cut = made.institution || studies.length > 0 ? null : cutUnknownSchool(degree!);
    if (cut) made.institution = cut.school;
    Object.assign(made, readStudies(cut?.degree ?? degree!));
  }
  // «Master of Science - MS, Physics» tells the degree twice.
  const twice =
    made.studyType && !made.area
      ? studies.findIndex((part) => degreeOf(part.text)?.index === 0 || shortFirst.test(part.text))
      : -1;
  const short = twice >= 0 ? readTwice(studies[twice]!) : {};
  if (short.area && short.studyType) {
    made.area = short.area;
    draft.use(short.studyType);
    studies.splice(twice, 1);
  }
  for (const part of studies) {
    if (!made.institution && withDegree >= 0 && made.area) made.institution = part;
    else if (!made.area && !(withDegree >= 0 && !made.institution && studies.length === 1)) made.area = part;
    else if (!made.institution) made.institution = part;
  }
  if (head.url) made.url = addressField(head.url);
  Object.assign(made, educationDates(head.date, head.datePiece, draft));
  readBelow(entry.body, made, draft);
  return made;
}

/** One date alone is when it ended: «2015», «expected May 2027». */
function educationDates(date: ReturnType<typeof readHead>['date'], piece: Piece | null, draft: Draft) {
  const dates = draft.dates(date, piece);
  if (date && !date.isRange && dates.startDate) return { endDate: dates.startDate };
  return dates;
}

function readBelow(body: CvLine[], made: Sourced<Education>, draft: Draft): void {
  for (const { piece } of body) {
    const list = courses.exec(piece.text);
    if (list) {
      draft.use(piece.slice(0, list[0].length));
      made.courses = [
        ...(made.courses ?? []),
        ...commaParts(piece.slice(list[0].length)).map((part) => part.tidy()),
      ];
      continue;
    }
    const graded = made.score ? null : takeScore(piece);
    if (graded) {
      made.score = graded.score;
      draft.use(graded.label);
    } else if (!made.studyType && hasDegree(piece.text) && piece.text.length < 90)
      Object.assign(made, readStudies(piece));
  }
}

export const isEducationHead = (text: string) => hasDegree(text) || isSchool(text);

export function readEducation(lines: CvLine[], draft: Draft): Sourced<Education>[] {
  const table = readEducationTable(lines, draft);
  if (table) return [...table.education, ...(table.rest.length > 0 ? readEducation(table.rest, draft) : [])];
  const { entries } = groupEntries(withoutLabels(withoutFormRows(lines, draft), draft), {
    isHead: isEducationHead,
    singleDates: true,
  });
  const made: Sourced<Education>[] = [];
  for (const entry of entries) {
    const read = readEntry(entry, draft);
    const last = made.at(-1);
    // A second degree below one school.
    if (last?.institution && !read.institution && read.studyType && last.studyType)
      read.institution = last.institution;
    if (last && !last.studyType && last.institution && !read.institution && (read.studyType || read.area)) {
      Object.assign(
        last,
        Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)),
      );
    } else if (Object.keys(read).length > 0) made.push(read);
  }
  return made;
}
