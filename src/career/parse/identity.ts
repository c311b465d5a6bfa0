import type { Basics } from '../resume/index.ts';
import type { Contact } from './contact.ts';
import type { Draft, Sourced } from './draft.ts';
import { commaParts, fromTo } from './heads.ts';
import type { CvLine } from './lines.ts';
import { isStreet, readLocation } from './location.ts';
import { Piece } from './piece.ts';
import { isPlaceName } from './places.ts';
import { companyScore, titleScore } from './words.ts';

const documentName =
  /^(?:curriculum vitae|curriculum|résumé|resume|cv|c\.v\.|vita|lebenslauf)(?:\s*(?:of|for|[-–—:|/]+)\s*|\s*$)/i;
const particle =
  /^(?:de|da|do|dos|das|del|della|di|du|van|von|der|den|ten|ter|el|al|bin|bint|ibn|la|le|y|e|af|zu|zur|ap|mac|o)$/i;

/** One to six words, each with a capital (or of a script that has none), and no digit. */
export function isName(text: string): boolean {
  const bare = text
    .replace(/\s*[(„"«“][^)”"»]*[)”"»]\s*/gu, ' ')
    .replace(/,.*$/, '')
    .trim();
  if (bare.length < 2 || bare.length > 60 || /[\d@/:;!?|]/.test(bare)) return false;
  const words = bare.split(/\s+/);
  if (words.length > 6) return false;
  return words.every(
    (word) => particle.test(word) || /^[\p{Lu}\p{Lo}\p{Lt}][\p{L}\p{M}.'’`\-‐]*$/u.test(word),
  );
}

/** Without degrees and the like behind the comma: «Grace Okafor, RN». */
const withoutTitles = (text: string) => text.replace(/,.*$/, '');

/** What some CVs tell and JSON Resume has no field for. */
const personal =
  /^(?:date of birth|born|d\.?o\.?b|nationality|gender|sex|marital status|age|citizenship|place of birth|visa|driving licen[cs]e|availability|available|pronouns|work permit|notice period)\b/i;

const isProse = (text: string) =>
  text.split(/\s+/).length > 12 || (/[.!]$/.test(text) && text.split(/\s+/).length > 6);
const isHeadline = (text: string) =>
  titleScore(text) > 0.4 ||
  /\b(?:specialist in|engineering|design|nursing|management|marketing|development|graduate|leadership|science|candidate)\b/i.test(
    text,
  );

/** Name, headline, place and summary out of what the head of the CV says beside addresses and numbers. */
export function readIdentity({ basics, rest }: Contact, draft: Draft): Sourced<Basics> {
  const made: Sourced<Basics> = { ...basics };
  const prose: CvLine[] = [];
  const labels: Piece[] = [];
  let street: Piece | null = null;
  const largest = Math.max(0, ...rest.map(({ line }) => line.size ?? 0));
  const isNameLine = (line: CvLine) => largest === 0 || line.size === null || line.size > largest - 0.5;
  for (const { line, cells } of rest) {
    if (
      line.piece.text.split(/\s*\|\s*|\t+|\s{3,}/).some(isProse) &&
      cells.length > 0 &&
      !readLocation(cells[0]!)
    ) {
      prose.push(line);
      continue;
    }
    if (personal.test(cells[0]!.text) && !line.piece.text.includes('|')) continue;
    const own = new Set(cells);
    for (const whole of cells) {
      let cell = whole;
      if (personal.test(cell.text)) continue;
      const named = documentName.exec(cell.text);
      if (named) {
        draft.use(cell.slice(0, named[0].length));
        cell = cell.slice(named[0].length).tidy();
        if (cell.isEmpty) continue;
      }
      if (
        !made.name &&
        isNameLine(line) &&
        isName(cell.text) &&
        companyScore(withoutTitles(cell.text)) < 1 &&
        titleScore(withoutTitles(cell.text)) < 1.4
      )
        made.name = cell;
      else if (!made.location && !street && isStreet(cell.text)) street = cell;
      else if (!made.location && readLocation(cell)) made.location = readLocation(cell)!;
      else if (isUnit(cell.text)) continue;
      else if (made.name && (isHeadline(cell.text) || (labels.length > 0 && own.has(labels.at(-1)!))))
        labels.push(cell);
      else if (
        made.name &&
        labels.length === 0 &&
        !line.bullet &&
        cell.text.length < 80 &&
        !/\d{2}/.test(cell.text) &&
        /\p{L}{3}/u.test(cell.text) &&
        !/:/.test(cell.text)
      )
        labels.push(cell);
    }
  }
  if (street) made.location = { address: street, ...made.location };
  if (labels.length > 0) {
    // One line that was parted by bars is one headline; a second line is none.
    const first = labels[0]!;
    const line = rest.find(
      ({ cells }) => cells.includes(first) || cells.some((cell) => cell.start === first.start),
    );
    const own = new Set(line?.cells);
    const same = labels.filter((cell) => own.has(cell));
    made.label = same.length > 1 ? whole(line!.line.piece, same) : withoutPlace(first, made);
  }
  if (prose.length > 0) made.summary = Piece.join(prose.map(({ piece }) => piece));
  return made;
}

/** The part of an organisation that somebody works in: no headline of a person. */
const isUnit = (text: string) =>
  /^(?:department|dept\.?|school|faculty|division|institute|college) (?:of|for)\s/i.test(text) ||
  (companyScore(text) > 1 && titleScore(text) < 0.5);

/** «Engineer, Leeds»: the town at the end is where the person lives. */
function withoutPlace(label: Piece, made: Sourced<Basics>): Piece {
  const parts = commaParts(label);
  const tail = parts.at(-1)!;
  if (made.location || parts.length < 2 || !isPlaceName(tail.text)) return label;
  const from = parts.length > 2 && isPlaceName(parts.at(-2)!.text) ? parts.length - 2 : parts.length - 1;
  const place = readLocation(fromTo(label, parts, from, parts.length));
  if (!place) return label;
  made.location = place;
  return fromTo(label, parts, 0, from);
}

/** From the first to the last of a line's cells, with the signs between them. */
function whole(line: Piece, cells: Piece[]): Piece {
  const from = line.text.indexOf(cells[0]!.text);
  const last = cells.at(-1)!.text;
  return line.slice(from, line.text.indexOf(last, from) + last.length);
}
