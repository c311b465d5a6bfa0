import type { Award, Certificate } from '../resume/index.ts';
import { type DateRange, findDates } from './dates.ts';
import type { Draft, Sourced } from './draft.ts';
import { commaParts, fromTo, webAddress } from './heads.ts';
import type { CvLine } from './lines.ts';
import { blocks } from './lists.ts';
import { type Field, Piece } from './piece.ts';
import { companyScore } from './words.ts';
import { addressField } from './work.ts';

interface Named {
  name: Piece;
  by: Piece | null;
  date?: Field;
  url?: Field;
  more: Piece[];
}

const expiry =
  /(?:valid (?:until|through|to)|expir(?:es|y|ing|ation)(?: date)?|exp\.?|renewal|renews)\s*:?\s*$/i;

/** The date a certificate or award was given: not the one it runs out on. */
function given(piece: Piece): { date: DateRange; from: number; to: number } | null {
  for (const date of findDates(piece.text)) {
    if (
      expiry.test(piece.text.slice(0, date.index)) ||
      (date.expected && /^exp/i.test(piece.text.slice(date.index)))
    )
      continue;
    if (date.start === undefined) continue;
    return { date, from: date.index, to: date.index + date.length };
  }
  return null;
}

const issuers =
  /\b(?:university|institute|academy|association|(?:law )?society|commissioner|province of|college|council|board|federation|foundation|amazon|microsoft|google|cisco|oracle|ibm|coursera|udemy|udacity|edx|linkedin learning|red cross|pmi|axelos|scrum\.org|scrum alliance|comptia|isaca|hubspot|salesforce|hashicorp|linux foundation|cncf|meta|deeplearning\.ai|nmc|hse|cscs|city & guilds|cipd|cima|acca|aicpa|bcs|iirsm|iosh|nebosh|british council|state of|department|ministry|trust|inc|ltd|conference|magazine|chamber)\b/i;

/** «AWS Certified Developer – Associate»: what follows a dash is the issuer only if it reads like one. */
function readNamed(lines: CvLine[], draft: Draft): Named | null {
  const cells: Piece[] = [];
  const made: Omit<Named, 'name' | 'by'> = { more: [] };
  const [first, ...below] = lines as [CvLine, ...CvLine[]];
  const heads = [
    first,
    ...below.filter((line) => !line.bullet && line.piece.text.length < 90 && !/[.!?]$/.test(line.piece.text)),
  ];
  made.more = below.filter((line) => !heads.includes(line)).map(({ piece }) => piece);
  for (const { piece: whole } of heads) {
    let piece = whole;
    const when = given(piece);
    if (when && !made.date) {
      const cut = piece.slice(when.from, when.to);
      made.date = draft.dates(when.date, cut).startDate;
      piece = piece.without(when.from, when.to);
    }
    const web = [...piece.text.matchAll(webAddress)].find((match) => match[0].includes('/'));
    if (web && !made.url) {
      const cut = piece.slice(web.index, web.index + web[0].length);
      made.url = addressField(cut);
      piece = piece.without(web.index, web.index + web[0].length);
    }
    for (const cell of piece.split(/\t+|\s{2,}|\s*[|·•]\s*/g)) {
      const bare = cell.tidy();
      if (/\p{L}/u.test(bare.text)) cells.push(bare);
    }
  }
  if (cells.length === 0) return null;
  if (cells.length > 1) {
    return { ...made, name: cells[0]!, by: cells[1]!, more: [...cells.slice(2), ...made.more] };
  }
  return { ...made, ...cutIssuer(cells[0]!, draft) };
}

function cutIssuer(cell: Piece, draft: Draft): { name: Piece; by: Piece | null } {
  const said =
    /\s*[,;(–—-]*\s*\b(?:issued by|awarded by|presented by|granted by|by|from|issuer:|issuing (?:body|authority):)\s+(?=(?:the )?\p{Lu})/iu.exec(
      cell.text,
    );
  if (said && said.index > 3) {
    draft.use(cell.slice(said.index, said.index + said[0].length));
    return { name: cell.slice(0, said.index).tidy(), by: cell.slice(said.index + said[0].length).tidy() };
  }
  const dashes = [...cell.text.matchAll(/\s+(?:[–—]|--?)\s+|\s*—\s*/g)];
  const dash = dashes.at(-1);
  if (dash) {
    const tail = cell.slice(dash.index + dash[0].length).tidy();
    const isLevel =
      /^(?:associate|professional|foundation(?:al)?|practitioner|expert|specialty|level|intermediate|advanced|master|basic|core|part|module|administrator|developer|architect|fundamentals|team lead)\b/i.test(
        tail.text,
      );
    // «CSCP – Certified Supply Chain Professional» spells its letters out.
    const isSpelled =
      /^[\p{Lu}\d+-]{2,8}$/u.test(cell.text.slice(0, dash.index)) &&
      /^(?:certified|certificate|registered|chartered|project|information)\b/i.test(tail.text);
    if (!isLevel && !isSpelled && tail.text.length < 60)
      return { name: cell.slice(0, dash.index).tidy(), by: tail };
  }
  const parts = commaParts(cell);
  const isPaper = (text: string) =>
    /\b(?:licen[cs]e|certificat\w+|diploma|award|prize|registration|certified|diplomate)\b/i.test(text);
  if (
    parts.length === 2 &&
    issuers.test(parts[0]!.text) &&
    !isPaper(parts[0]!.text) &&
    isPaper(parts[1]!.text)
  ) {
    return { name: parts[1]!, by: parts[0]! };
  }
  if (
    parts.length === 2 &&
    issuers.test(parts[0]!.text) &&
    companyScore(parts[0]!.text) > 0.9 &&
    companyScore(parts[1]!.text) === 0 &&
    !isPaper(parts[0]!.text) &&
    !issuers.test(parts[1]!.text)
  ) {
    return { name: parts[1]!, by: parts[0]! };
  }
  if (parts.length > 1) {
    const tail = parts.at(-1)!;
    if (
      issuers.test(tail.text) ||
      companyScore(tail.text) > 0.5 ||
      (parts.length === 2 &&
        /^[\p{Lu}\d][\p{L}\d.& -]{1,40}$/u.test(tail.text) &&
        !/^(?:level|class|grade|part)\b/i.test(tail.text))
    ) {
      return { name: fromTo(cell, parts, 0, parts.length - 1), by: tail };
    }
  }
  const bracket = /^(.+?)\s*\(([^()]+)\)$/.exec(cell.text);
  if (bracket && issuers.test(bracket[2]!)) {
    const open = cell.text.lastIndexOf('(');
    return { name: cell.slice(0, open).trim(), by: cell.slice(open + 1, cell.text.length - 1) };
  }
  return { name: cell, by: null };
}

/** One line of several: «CPR, First Aid, Forklift licence» or parted by bars; with its dates it is one each. */
function singleItems(lines: CvLine[]): CvLine[] {
  return lines.flatMap((line) => {
    const parts = line.piece.split(/\s*[|•;]\s*/g);
    const isList =
      parts.length > 2 || (parts.length === 2 && parts.every((part) => findDates(part.text).length === 1));
    if (isList && !parts.some((part) => /^\(?(?:19|20)\d{2}\)?$/.test(part.text)))
      return parts.map((piece) => ({ ...line, piece }));
    const commas = commaParts(line.piece);
    const isPlain =
      commas.length > 2 &&
      findDates(line.piece.text).length === 0 &&
      commas.every((part) => part.text.length < 40);
    return isPlain ? commas.map((piece) => ({ ...line, piece })) : [line];
  });
}

function readAll(lines: CvLine[], draft: Draft): Named[] {
  return blocks(singleItems(lines)).flatMap((block) => readNamed(block, draft) ?? []);
}

export function readCertificates(lines: CvLine[], draft: Draft): Sourced<Certificate>[] {
  return readAll(lines, draft).map(({ name, by: issuer, date, url }) => ({
    name,
    ...(date ? { date } : {}),
    ...(url ? { url } : {}),
    ...(issuer ? { issuer } : {}),
  }));
}

export function readAwards(lines: CvLine[], draft: Draft): Sourced<Award>[] {
  return readAll(lines, draft).map(({ name, by: awarder, date, more }) => ({
    title: name,
    ...(date ? { date } : {}),
    ...(awarder ? { awarder } : {}),
    ...(more.length > 0 ? { summary: Piece.join(more) } : {}),
  }));
}
