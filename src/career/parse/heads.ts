import type { DateRange } from './dates.ts';
import { findDates } from './dates.ts';
import type { Draft } from './draft.ts';
import type { HeadRow } from './entries.ts';
import type { Piece } from './piece.ts';
import { isPlace, isPlaceName, mayBeCompany } from './places.ts';
import { companyScore, jobTypes, titleScore } from './words.ts';

/** What the lines of an entry's head hold, before it is known which name is what. */
export interface Head {
  names: Piece[];
  place: Piece | null;
  url: Piece | null;
  date: DateRange | null;
  datePiece: Piece | null;
  /** «Contract», «Part-time»: said of the job, no name of anything. */
  types: Piece[];
  /** How long it lasted stands beside the dates («(2 years 9 months)»). */
  lasted: boolean;
}

const separators =
  /\t+|\s{2,}|\s*[|•▪●¦]\s*|\s+·\s*|\s*·\s+|\s+(?:[—–-]|--|---|\/\/|::)\s+|\s*—\s*|\s+@\s*|;\s+/g;
const duration =
  /^\(?\s*(?:approx\.? )?\d+\+?\s*(?:yrs?|years?|mos?|mths?|months?|weeks?)(?:[\s,&and]*\d+\s*(?:mos?|mths?|months?))?\s*\)?$/i;
export const webAddress =
  /(?:https?:\/\/|www\.)(?:[^\s,;|()<>]|\([^\s()<>]{1,60}\))+|(?<![@\p{L}\d.-])(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?:com|org|net|io|dev|co|app|ai|me|uk|de|fr|eu|info|tech|xyz|nl|es|it|in|ca|au|ch|at|se|no|dk|pl|ie|pt|edu|gov|design|example|page|site|blog|work|works|studio|photography|cloud|sh|so|gg|ng|br|us|link|online|art|academy|care|nz|za|fi|be|cz|jp|kr|social|software|digital|consulting)(?![\p{L}\d-])(?:\/(?:[^\s,;|()<>]|\([^\s()<>]{1,60}\))*)?/giu;

/** Takes the dates, durations and addresses out of a line; what is left is in pieces, in order. */
function cutOut(row: HeadRow, head: Head, draft: Draft): Piece[] {
  let { piece } = row;
  for (const date of findDates(piece.text).toReversed()) {
    const isMain = row.date !== null && date.index === row.date.index;
    if (!isMain && !(date.isRange || head.date)) continue;
    const cut = piece.slice(date.index, date.index + date.length);
    if (isMain && !head.date) {
      head.date = row.date;
      head.datePiece = cut;
    } else if (!isMain || !date.isRange) continue;
    const stop = /(?<=\p{Ll}{3})(?<!\b(?:inc|ltd|corp|univ|dept))\.\s+$/iu.exec(
      piece.text.slice(0, date.index),
    );
    piece = piece.without(stop?.index ?? date.index, date.index + date.length);
  }
  const address = [...piece.text.matchAll(webAddress)].find(
    (match) => match[0].includes('/') || match.index > 0,
  );
  if (address && !head.url) {
    head.url = piece.slice(address.index, address.index + address[0].replace(/[.,:]+$/, '').length);
    piece = piece.without(address.index, address.index + address[0].length);
  }
  return piece
    .split(separators)
    .flatMap((cell) => openBrackets(cell.tidy(), head))
    .filter((cell) => {
      if (!/[\p{L}\d]/u.test(cell.text)) return false;
      if (/^(?:hours(?: per week)?|salary|supervisor|pay grade)\s*:/i.test(cell.text)) return false;
      if (!duration.test(cell.text)) return true;
      head.lasted = head.date !== null;
      draft.use(cell);
      return false;
    });
}

/** «Northgate Law Office (Hamilton)»: a town nobody has heard of behind what is clearly an organisation. */
function isTownOf(name: string, town: string): boolean {
  if (companyScore(name) <= 0.5 || !/^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}?\p{Ll}+)?$/u.test(town)) return false;
  return companyScore(town) === 0 && titleScore(town) < 0.5;
}

/** «Acme (Remote)», «Engineer (Contract)»: what is in brackets at the end is a piece of its own. */
function openBrackets(cell: Piece, head: Head): Piece[] {
  const match = /^(.+?)\s*\(([^()]{2,60})\)$/.exec(cell.text);
  if (match && commaParts(cell).length > 1 && isPlaceName(commaParts(cell).at(-1)!.text)) return [cell];
  const open = cell.text.lastIndexOf('(');
  if (match && !head.place && isTownOf(match[1]!, match[2]!)) {
    head.place = cell.slice(open + 1, cell.text.length - 1).trim();
    return [cell.slice(0, open).tidy()];
  }
  if (
    !match ||
    !(
      isPlace(match[2]!) ||
      isTownOf(match[1]!, match[2]!) ||
      jobTypes.test(match[2]!) ||
      duration.test(match[2]!)
    )
  )
    return [cell];
  return [cell.slice(0, open).tidy(), cell.slice(open + 1, cell.text.length - 1).trim()];
}

/** Where commas part a text; none inside brackets, and none before «Inc.». */
export function commaParts(piece: Piece): Piece[] {
  const parts: Piece[] = [];
  let depth = 0;
  let from = 0;
  for (const [i, char] of [...piece.text].length === piece.text.length
    ? [...piece.text].entries()
    : piece.text.split('').entries()) {
    if (char === '(') depth++;
    if (char === ')') depth = Math.max(0, depth - 1);
    if (
      char !== ',' ||
      depth > 0 ||
      /^,\s*(?:inc|llc|ltd|plc|corp|co|gmbh|s\.a|jr|sr|md|phd|rn|l\.?l\.?p)\b/i.test(piece.text.slice(i))
    )
      continue;
    parts.push(piece.slice(from, i).trim());
    from = i + 1;
  }
  parts.push(piece.slice(from).trim());
  return parts.filter((part) => part.text !== '');
}

/** The stretch of a piece that several of its neighbouring parts cover, with what stands between them. */
export function fromTo(piece: Piece, parts: Piece[], from: number, to: number): Piece {
  const start = piece.text.indexOf(parts[from]!.text, from === 0 ? 0 : offsetOf(piece, parts, from));
  const last = offsetOf(piece, parts, to - 1) + parts[to - 1]!.text.length;
  return piece.slice(start, last).trim();
}

function offsetOf(piece: Piece, parts: Piece[], index: number): number {
  let at = 0;
  for (let i = 0; i <= index; i++) {
    at = piece.text.indexOf(parts[i]!.text, at);
    if (i < index) at += parts[i]!.text.length;
  }
  return at;
}

/** Universities whose name goes on with the town of the campus. */
const campuses =
  /(?:University of (?:California|Texas|Wisconsin|Illinois|Michigan|Massachusetts|Minnesota|Colorado|Maryland|North Carolina|Missouri|Nebraska|Tennessee|Washington|Alabama|Hawai.?i|Arkansas|South Carolina)|(?:California State|State) University(?: of New York)?|Indiana University|Indian Institute of (?:Technology|Management|Science)|National Institute of Technology|\b(?:IIT|NIT|IIM|BITS))$/i;

/** «Acme Corp, Austin, TX»: the place at the end, if there is one that is known to be one. */
function peelPlace(cell: Piece): { rest: Piece; place: Piece | null } {
  const parts = commaParts(cell);
  for (const count of [3, 2, 1]) {
    if (parts.length <= count) continue;
    const place = fromTo(cell, parts, parts.length - count, parts.length);
    const first = parts[parts.length - count]!.text;
    if (!isPlace(place.text) || titleScore(first) > 0.6 || companyScore(first) > 0.5) continue;
    if (
      count > 1 &&
      isPlaceName(parts.at(-1)!.text) &&
      isPlaceName(parts.at(-2)!.text) &&
      count === 3 &&
      !isPlaceName(first)
    )
      continue;
    const rest = fromTo(cell, parts, 0, parts.length - count);
    if (count === 1 && campuses.test(rest.text)) continue;
    return { rest, place };
  }
  return { rest: cell, place: null };
}

/** Whether a place may be taken as one, rather than be the organisation's name that is still to come. */
function hasRoom(cell: Piece, head: Head, rows: number): boolean {
  const hasCompany =
    head.names.length > 1 || head.names.some((name) => companyScore(name.text) > titleScore(name.text));
  return mayBeCompany(cell.text) ? hasCompany : head.names.length > 0 || rows > 1;
}

/** Reads the lines of a head into names, place, dates and address. */
export function readHead(rows: HeadRow[], draft: Draft): Head {
  const head: Head = {
    names: [],
    place: null,
    url: null,
    date: null,
    datePiece: null,
    types: [],
    lasted: false,
  };
  for (const row of rows) {
    for (const cell of cutOut(row, head, draft)) {
      if (jobTypes.test(cell.text)) head.types.push(cell);
      else if (
        !head.place &&
        isPlace(cell.text) &&
        (hasRoom(cell, head, rows.length) || (head.lasted && head.names.length > 0))
      )
        head.place = cell;
      else {
        const { rest, place } = peelPlace(cell);
        if (place && !head.place) {
          head.place = place;
          head.names.push(rest);
        } else head.names.push(cell);
      }
    }
  }
  return head;
}
