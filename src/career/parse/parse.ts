import type { ReadDocument } from '../../documents/index.ts';
import { linesInOrder } from './columns.ts';
import { readContact } from './contact.ts';
import { uncovered } from './coverage.ts';
import { forgetDates } from './dates.ts';
import { Draft, plain } from './draft.ts';
import { withoutFurniture, withoutHeadingMarks } from './furniture.ts';
import { isName, readIdentity } from './identity.ts';
import { type CvLine, readLines } from './lines.ts';
import { asWritten, withCapitals } from './lower-case.ts';
import type { TextLink } from './markup.ts';
import { type Reading, readSection } from './read-sections.ts';
import { readSections, type Section } from './sections.ts';
import type { ParsedCv } from './types.ts';
import { titleScore } from './words.ts';
import { joinWrapped, wrapWidth } from './wrapped.ts';

/**
 * A CV's text as JSON Resume, without any language model: sections by their headings, entries by their dates, fields by
 * where they stand and what they read like. Every text field has its place in `document.text`; dates are only as exact as
 * they were told, and an entry that goes on has no end. What found no field is named in a warning with its place.
 * Pure and synchronous; throws on no text.
 */
export function parseCv(given: ReadDocument): ParsedCv {
  const document = withoutData(given);
  const capitalised = withCapitals(document);
  try {
    if (!capitalised) return parse(document);
    const { resume, spans, warnings } = parse(capitalised);
    return { resume: asWritten(resume, spans, document.text), spans, warnings };
  } finally {
    forgetDates();
  }
}

/** No word is this long: it is data (a picture in base64, a key), and no pattern is to be tried at each of its places. */
const longRun = /\S{500,}/g;

function withoutData(document: ReadDocument): ReadDocument {
  return { ...document, text: document.text.replace(longRun, (run) => ' '.repeat(run.length)) };
}

function parse(document: ReadDocument): ParsedCv {
  const draft = new Draft();
  const links: TextLink[] = [];
  const lines = withoutHeadingMarks(
    withoutFurniture(readLines(document, linesInOrder(document.text), links), draft),
  );
  for (const { url, start, end } of document.links) {
    if (start !== null && end !== null) links.push({ url, start, end });
  }
  const reading: Reading = { resume: {}, draft, links, width: wrapWidth(lines) };
  const sections = withTitle(readSections(lines), lines);
  readBasics(sections, reading);
  for (const { heading, kinds, lines: part } of sections) {
    if (heading) draft.use(heading.piece);
    if (heading && part.length > 0) readSection(kinds, part, reading);
  }
  warnOfSections(sections, draft);
  const { resume, spans } = plain(reading.resume);
  warnOfBasics(resume, draft);
  const told = [
    ...Object.values(spans).flat(),
    ...draft.used,
    ...draft.warnings.flatMap((warning) => warning.spans ?? []),
  ];
  for (const span of uncovered(document.text, told)) {
    const text = document.text.slice(span.start, span.end);
    draft.warn(
      'text_unplaced',
      `This text was read into no field: «${text.length > 120 ? `${text.slice(0, 119)}…` : text}».`,
      { spans: [span] },
    );
  }
  return { resume, spans, warnings: draft.warnings };
}

function readBasics(sections: Section[], reading: Reading): void {
  const contact = sections.filter(({ kinds }) => kinds[0] === 'contact');
  const lines = joinWrapped(
    contact.flatMap((section) => section.lines),
    reading.width,
  );
  const read = readContact(lines, reading.links, reading.draft);
  const basics = readIdentity(read, reading.draft);
  if (Object.keys(basics).length > 0) reading.resume.basics = basics;
}

/** Where the page's largest line is not at the top of the text (a side column came first), it is the name all the same. */
function withTitle(sections: Section[], lines: CvLine[]): Section[] {
  const sizes = lines.flatMap(({ size }) => (size === null ? [] : [size]));
  const largest = Math.max(0, ...sizes);
  const titles = lines.filter(({ size }) => size !== null && size > largest - 0.1);
  const [head] = sections;
  const owner = sections.find((section) => section.lines.includes(titles[0]!));
  if (head!.lines.length > 0) return sections;
  if (sizes.length === 0) return withBareTitle(sections);
  if (titles.length !== 1 || !owner || owner === head) return sections;
  const at = owner.lines.indexOf(titles[0]!);
  head!.lines.push(...owner.lines.splice(at));
  return sections;
}

/** The same for a bare text: a name with a headline below it, at the end of the side column's last list. */
function withBareTitle(sections: Section[]): Section[] {
  for (const { kinds, lines } of sections) {
    if (!['certificates', 'languages', 'skills', 'interests', 'awards', 'contact'].includes(kinds[0]!))
      continue;
    const at = lines.findIndex(({ piece, gapBefore, bullet }, i) => {
      const next = lines[i + 1]?.piece.text;
      if (!gapBefore || bullet || next === undefined || i === 0) return false;
      return (
        isName(piece.text) &&
        piece.text.includes(' ') &&
        titleScore(piece.text) === 0 &&
        titleScore(next) > 0.6
      );
    });
    if (at < 0) continue;
    sections[0]!.lines.push(...lines.splice(at));
    break;
  }
  return sections;
}

function warnOfSections(sections: Section[], draft: Draft): void {
  if (!sections.some(({ heading }) => heading)) {
    draft.warn('no_sections', 'No section heading such as «Experience» or «Education» was found.');
  }
  for (const { heading, kinds, lines } of sections) {
    if (!heading) continue;
    const name = heading.piece.value;
    if (lines.length === 0 && kinds[0] !== 'unknown') {
      draft.warn('section_empty', `The section «${name}» is empty.`, { spans: heading.piece.spans });
    }
    if (kinds[0] !== 'unknown') continue;
    const spans = [heading, ...lines].flatMap(({ piece }) => piece.spans);
    draft.warn(
      'section_unknown',
      `JSON Resume has no place for the section «${name}»: its text was read into no field.`,
      { spans },
    );
  }
}

function warnOfBasics(resume: ParsedCv['resume'], draft: Draft): void {
  const { basics } = resume;
  if (!basics?.name) draft.warn('no_name', 'No name was found.', { pointer: '/basics/name' });
  if (!basics?.email && !basics?.phone) {
    draft.warn('no_contact', 'Neither an e-mail address nor a telephone number was found.', {
      pointer: '/basics',
    });
  }
  if (!resume.work && !resume.education) draft.warn('no_entries', 'Neither jobs nor education were found.');
  for (const [i, { name, position, startDate, endDate }] of (resume.work ?? []).entries()) {
    const pointer = `/work/${i}`;
    if (!startDate && !endDate) {
      draft.warn('dates_not_understood', 'No dates were found for this job, or they were not understood.', {
        pointer,
      });
    }
    if (!name) draft.warn('no_employer', 'No employer was found for this job.', { pointer });
    if (!position) draft.warn('no_position', 'No job title was found for this job.', { pointer });
  }
}
