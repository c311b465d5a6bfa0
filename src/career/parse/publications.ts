import type { Publication } from '../resume/index.ts';
import { findDates } from './dates.ts';
import type { Draft, Sourced } from './draft.ts';
import { webAddress } from './heads.ts';
import type { CvLine } from './lines.ts';
import { blocks } from './lists.ts';
import type { Piece } from './piece.ts';
import { sectionKinds } from './section-names.ts';
import { addressField } from './work.ts';

const doi = /\b(?:doi:\s*)?(10\.\d{4,9}\/[^\s,;]+[^\s,;.])/i;

/** Who wrote it: «Okafor, N., & Li, W. (2020). » or «N. Okafor, W. Li: ». */
const authors = /^(?:[\p{L}’'. &,*-]+?)\s*\((?:19|20)\d{2}[a-z]?(?:,\s*\p{L}+)?\)\.?\s+/u;

/**
 * One publication out of a reference: quoted title, or APA («Authors (2020). Title. Journal, 3(2).»), or «Title, Journal,
 * 2020». The authors have no field of their own in JSON Resume and stay in the summary with volume and pages.
 */
function readOne(whole: Piece, draft: Draft): Sourced<Publication> | null {
  let piece = whole;
  const made: Sourced<Publication> = {};
  const identifier = doi.exec(piece.text);
  const web = [...piece.text.matchAll(webAddress)].find(
    (match) => /^https?:/.test(match[0]) || match[0].includes('/'),
  );
  if (web) {
    const cut = piece.slice(web.index, web.index + web[0].length);
    made.url = addressField(cut);
    piece = piece.without(web.index, web.index + web[0].length);
  } else if (identifier) {
    const at = identifier.index + identifier[0].length - identifier[1]!.length;
    const cut = piece.slice(at, at + identifier[1]!.length);
    made.url = { value: `https://doi.org/${cut.text}`, spans: cut.spans };
    draft.use(piece.slice(identifier.index, at));
    piece = piece.without(identifier.index, identifier.index + identifier[0].length);
  }
  const date = findDates(piece.text).find(({ start }) => start !== undefined);
  const datePiece = date ? piece.slice(date.index, date.index + date.length) : null;
  if (date && datePiece) made.releaseDate = draft.dates(date, datePiece).startDate;
  const quoted = /["“«'‘]([^"”»]{8,}?)[,.]?["”»'’](?=[\s,.]|$)/u.exec(piece.text);
  const apa = authors.exec(piece.text);
  const rest = (from: number) => {
    const tail = piece.slice(from);
    const when = findDates(tail.text).find(({ start }) => start !== undefined && start === date?.start);
    return when ? tail.slice(0, when.index).tidy() : tail.tidy();
  };
  const publisher = (from: number) => {
    const tail = rest(from);
    const after = tail.slice(/^[\s.,;]*/.exec(tail.text)![0].length);
    const end = /,\s*(?:vol|no|pp|\d)|\s+\d+\s*\(|\.\s|\s+\d+:/i.exec(after.text)?.index ?? after.text.length;
    const name = after
      .slice(0, end)
      .slice(/^(?:in|at)[:\s]+/i.exec(after.text)?.[0].length ?? 0, end)
      .tidy();
    if (!name.isEmpty) made.publisher = trimStop(name);
  };
  if (quoted) {
    const at = piece.text.indexOf(quoted[1]!, quoted.index);
    made.name = piece.slice(at, at + quoted[1]!.length);
    publisher(quoted.index + quoted[0].length);
  } else if (apa) {
    const tail = piece.slice(apa[0].length);
    const end = /[.?!](?=\s)/.exec(tail.text)?.index ?? tail.text.length;
    made.name = trimStop(tail.slice(0, end));
    const after = tail.slice(end + 1);
    const stop = /,\s*(?:vol|no|pp|\d)|\s+\d+\s*\(|\.(?:\s|$)/i.exec(after.text)?.index ?? after.text.length;
    const town = /^\s*\p{Lu}[\p{L} ]{2,20}:\s+(?=\p{Lu})/u.exec(after.text)?.[0].length ?? 0;
    const name = trimStop(after.slice(town, stop).tidy());
    if (!name.isEmpty) made.publisher = name;
  } else {
    const bare = datePiece && date ? piece.without(date.index, date.index + date.length) : piece;
    const parts = bare
      .split(/\s+[–—|·]\s+|\t+|\s{2,}|\.\s+(?=\p{Lu})|,\s+(?=\p{Lu})/gu)
      .map((part) => part.tidy())
      .filter(({ isEmpty }) => !isEmpty);
    const [name, by] = parts;
    if (!name) return null;
    made.name = trimStop(name);
    if (by) made.publisher = trimStop(by);
  }
  return made.name && !made.name.spans.every(({ start, end }) => start >= end) ? made : null;
}

function trimStop(piece: Piece): Piece {
  return piece.slice(0, piece.text.replace(/[.,;]+$/, '').length);
}

/** «Books», «Journal articles»: what kind the publications below are of. */
function isKind({ piece, bullet }: CvLine): boolean {
  if (bullet || piece.text.split(/\s+/).length > 5 || /\d/.test(piece.text)) return false;
  return (
    sectionKinds(piece.text).includes('publications') ||
    /^(?:[\p{L}-]+ ){0,3}(?:articles?|books?|chapters?|papers?|proceedings|preprints?|reviews?|reports?|monographs?|manuscripts?|theses)(?:\s*\([^)]*\))?:?$/iu.test(
      piece.text,
    )
  );
}

export function readPublications(given: CvLine[], draft: Draft): Sourced<Publication>[] {
  const lines = given.filter((line, i) => {
    const isOut = isKind(line) && (line.gapBefore || i === 0 || given[i + 1]?.bullet !== null);
    if (isOut) draft.use(line.piece);
    return !isOut;
  });
  if (lines.length === 0) return [];
  return blocks(lines).flatMap((block) => {
    const [first, ...below] = block as [CvLine, ...CvLine[]];
    const made = readOne(first.piece, draft);
    if (!made) return [];
    for (const { piece } of below) {
      const more = readOne(piece, draft);
      made.releaseDate ??= more?.releaseDate;
      made.url ??= more?.url;
      if (!made.publisher && more?.name) made.publisher = more.name;
      else made.summary ??= piece;
    }
    return [made];
  });
}
