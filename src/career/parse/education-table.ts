import type { Education } from '../resume/index.ts';
import { findDates } from './dates.ts';
import { readStudies } from './degrees.ts';
import { type Draft, field, type Sourced } from './draft.ts';
import type { CvLine } from './lines.ts';
import type { Piece } from './piece.ts';

type Column = 'degree' | 'school' | 'board' | 'year' | 'score' | 'area';

const columns: [RegExp, Column][] = [
  [
    /^(?:course|degree|qualification|examination|exam|class|standard|programme|program|level|certificate)s?(?:\s*[/&]\s*\w+)?$/i,
    'degree',
  ],
  [
    /^(?:name of (?:the )?)?(?:institut\w+|school|college|university)(?:\s*[/&]\s*(?:school|college|institut\w+))*(?: name)?$/i,
    'school',
  ],
  [
    /^(?:name of (?:the )?)?board(?:\s*(?:[/&]|or|of)\s*(?:university|education|study))*$|^university\s*[/&]\s*board$/i,
    'board',
  ],
  [
    /^(?:year|year of (?:passing|completion|graduation)|passing year|completed|period|duration|dates?|from\s*[-–]\s*to|session)$/i,
    'year',
  ],
  [
    /^(?:percentage|marks|score|grade|result|c?gpa|aggregate|division|%|percent|performance)(?:\s*(?:[/&(]|or)\s*(?:percentage|c?gpa|grade|marks|%|division)\)?)*(?:\s*\(%\)|\s*%)?$/i,
    'score',
  ],
  [/^(?:subjects?|speciali[sz]ation|branch|stream|major|discipline|field of study)$/i, 'area'],
];

const cellsOf = (line: CvLine) => line.piece.split(/\t+|\s*\|\s*|\s{2,}/g);
const columnOf = ({ text }: Piece) => columns.find(([name]) => name.test(text))?.[1];

/** What the head of a table says its columns hold; null for a line that is none. */
function header(line: CvLine): (Column | undefined)[] | null {
  const cells = cellsOf(line);
  if (cells.length < 3) return null;
  const kinds = cells.map(columnOf);
  const known = kinds.filter((kind) => kind !== undefined);
  return known.length * 4 >= cells.length * 3 && known.includes('degree') && new Set(known).size > 2
    ? kinds
    : null;
}

function readRow(cells: Piece[], kinds: (Column | undefined)[], draft: Draft): Sourced<Education> {
  const at = (kind: Column) => cells[kinds.indexOf(kind)];
  const made: Sourced<Education> = {};
  const degree = at('degree');
  const area = at('area');
  if (degree) Object.assign(made, readStudies(degree));
  if (area) made.area = area;
  const institution = at('school') ?? at('board');
  if (institution) made.institution = institution;
  const year = at('year');
  const [date] = year ? findDates(year.text) : [];
  if (year && date) {
    const { startDate, endDate } = draft.dates(date, year);
    if (date.isRange) Object.assign(made, { startDate, endDate });
    else if (startDate) made.endDate = field(startDate.value, year);
  }
  const score = at('score');
  if (score && /\d|\p{Lu}/u.test(score.text)) made.score = score;
  return made;
}

/** Schools in a table with a named column each; null where the section is no such table. */
export function readEducationTable(
  lines: CvLine[],
  draft: Draft,
): { education: Sourced<Education>[]; rest: CvLine[] } | null {
  const [first, ...below] = lines;
  const kinds = first ? header(first) : null;
  if (!first || !kinds) return null;
  draft.use(first.piece);
  const education: Sourced<Education>[] = [];
  const rest: CvLine[] = [];
  for (const line of below) {
    const cells = cellsOf(line);
    if (rest.length === 0 && cells.length === kinds.length) education.push(readRow(cells, kinds, draft));
    else rest.push(line);
  }
  return education.length > 0 ? { education, rest } : null;
}
