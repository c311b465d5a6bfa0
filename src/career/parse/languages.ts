import type { Language } from '../resume/index.ts';
import type { Draft, Sourced } from './draft.ts';
import type { CvLine } from './lines.ts';
import { listItems, tidyItem } from './lists.ts';
import { Piece } from './piece.ts';

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const known = new Set<string>();
for (const code of 'aa af am ar as ay az ba be bg bho bm bn bo br bs ca ceb ckb co cs cy da de dv ee el en eo es et eu fa ff fi fil fj fo fr fy ga gd gl gn gu ha haw he hi hmn hr ht hu hy id ig ilo is it ja jv ka kk km kn ko kok ku ky la lb lg ln lo lt lv mai mg mi mk ml mn mr ms mt my nb ne nl nn no nso ny oc om or pa pl ps pt qu rm ro ru rw sa sc sd si sk sl sm sn so sq sr st su sv sw ta te tg th ti tk tl tn to tr ts tt ug uk ur uz vi wo xh yi yo yue zh zu'.split(
  ' ',
)) {
  const name = names.of(code)?.toLowerCase();
  if (name) known.add(name);
}
for (const name of 'mandarin|mandarin chinese|farsi|dari|tagalog|sign language|bsl|asl|british sign language|american sign language|flemish|castilian|moldovan|gaelic|scots|hindustani|kiswahili|brazilian portuguese|european portuguese|latin american spanish|swiss german|taiwanese|hokkien|hakka|levantine arabic|egyptian arabic|modern standard arabic|slovene|bahasa|bahasa indonesia|twi|akan|krio|pidgin|nigerian pidgin|sinhala|punjabi|odia|valencian|frisian|luxembourgish|myanmar|kurmanji|sorani|romani|cebuano|shanghainese|teochew|us english|uk english|british english|american english'.split(
  '|',
)) {
  known.add(name);
}

const fluency =
  /\b(?:native(?: or bilingual)?(?: speaker| proficiency| language| level)?|mother tongue|first language|bilingual|fluent|proficient|full professional|professional working|limited working|working (?:knowledge|proficiency)|professional|conversational|intermediate|upper[ -]intermediate|advanced|basic|beginner|elementary|good|very good|excellent|business(?: fluent| level)?|reading(?: knowledge)?|spoken|written|heritage|near[ -]native|c1|c2|b1|b2|a1|a2|n[1-5]|hsk ?\d|ielts|toefl|dalf|delf|dele|goethe|learning|limited|competent|some|verhandlungssicher)\b/i;

/** Whether a text is, or begins with, the name of a language people speak. */
export function isLanguage(text: string): boolean {
  const name = text
    .toLowerCase()
    .replace(/\s*\(.*$/, '')
    .trim();
  return known.has(name);
}

function readOne(piece: Piece, draft: Draft): Sourced<Language> | null {
  const tongue =
    /^(?:mother tongue(?:s|\(s\))?|native languages?|first language|native)(?:\s*[:–-]\s*|\t+|\s{2,})/i.exec(
      piece.text,
    );
  if (tongue) {
    return {
      language: piece.slice(tongue[0].length).tidy(),
      fluency: piece.slice(0, tongue[0].length).tidy(),
    };
  }
  const lead =
    /^(?:other language(?:s|\(s\))?|further languages?|languages?|foreign languages?|spoken languages?)(?:\s*:\s*|\t+|\s{2,})/i.exec(
      piece.text,
    );
  if (lead) draft.use(piece.slice(0, lead[0].length));
  const bare = lead ? piece.slice(lead[0].length) : piece;
  const match =
    /^([\p{L}\p{M}' -]+?|[\p{L}\p{M}' -]+\([\p{L} ]+\))\s*(?:\(([^)]*)\)?(.*)|[:–—=\t|-]+\s*(.+)|\s{2,}(.+)|\s+((?:native|fluent|proficient|professional|conversational|intermediate|advanced|basic|beginner|mother|[abc][12]\b|[•●○★☆]).*))?$/isu.exec(
      bare.text,
    );
  if (!match) return bare.isEmpty ? null : { language: tidyItem(bare) };
  const language = bare.slice(0, match[1]!.length).trim();
  if (!isLanguage(language.text)) {
    // «Fluent in Spanish», «Native English».
    const turned = new RegExp(`^(${fluency.source}(?:\\s+in)?)\\s+(.+)$`, 'i').exec(bare.text);
    if (turned && isLanguage(turned[2]!.replace(/[.]$/, ''))) {
      const said = bare.slice(0, turned[1]!.length);
      const level = said.text.replace(/\s+in$/i, '').length;
      return {
        language: tidyItem(bare.slice(bare.text.length - turned[2]!.length)),
        fluency: said.slice(0, level),
      };
    }
  }
  const level = bare.slice(match[1]!.length).tidy();
  return level.isEmpty || !/[\p{L}\d]/u.test(level.text) ? { language } : { language, fluency: level };
}

/** A line of Europass's grid: «LISTENING C1 READING C1 WRITING B2». */
const selfAssessment =
  /^(?:listening|reading|writing|speaking|understanding|spoken (?:production|interaction))\b[\s:]+[abc][12]\b/i;

/** Languages with how well they are spoken, a line each or in lists. */
export function readLanguages(pieces: Piece[], draft: Draft): Sourced<Language>[] {
  const made: Sourced<Language>[] = [];
  for (const piece of pieces) {
    const known = made.at(-1);
    if (known && selfAssessment.test(piece.text)) {
      known.fluency = known.fluency instanceof Piece ? Piece.join([known.fluency, piece], ', ') : piece;
      continue;
    }
    const lead =
      /^(?:other language(?:s|\(s\))?|further languages?|languages?|foreign languages?|spoken languages?)(?:\s*:\s*|\t+|\s{2,})/i.exec(
        piece.text,
      );
    if (lead) draft.use(piece.slice(0, lead[0].length));
    const bare = lead ? piece.slice(lead[0].length) : piece;
    if (/^(?:mother tongue|native language|first language)/i.test(bare.text)) {
      const one = readOne(bare, draft);
      if (one) made.push(one);
      continue;
    }
    const cells = listItems(bare, /[,;|•·▪●¦]/).flatMap((item) =>
      item.split(/\s+and\s+(?=\p{Lu})|\.\s+(?=\p{Lu})/gu),
    );
    const items: Piece[] = [];
    for (const cell of cells) {
      const last = items.at(-1);
      const begins =
        isLanguage(/^[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)?/u.exec(cell.text)?.[0] ?? '') ||
        isLanguage(/^[\p{L}\p{M}]+/u.exec(cell.text)?.[0] ?? '') ||
        /^(?:mother|native|fluent)/i.test(cell.text);
      // «Spanish – native, English – fluent in speech, writing»: what names no language belongs to the one before.
      if (last && !begins && fluency.test(cell.text)) items[items.length - 1] = joined(bare, last, cell);
      else items.push(cell);
    }
    for (const item of items) {
      const one = readOne(item, draft);
      if (one) made.push(one);
    }
  }
  return made;
}

function joined(whole: Piece, first: Piece, last: Piece): Piece {
  const from = whole.text.indexOf(first.text);
  return whole.slice(from, whole.text.indexOf(last.text, from + first.text.length) + last.text.length);
}

/** Whether a list holds languages that people speak, rather than ones they program in. */
export function areLanguages(piece: Piece): boolean {
  const items = listItems(piece, /[,;|•·▪●¦]/);
  const spoken = items.filter(
    ({ text }) => isLanguage(/^[\p{L}\p{M}]+/u.exec(text)?.[0] ?? '') || fluency.test(text),
  );
  return items.length > 0 && spoken.length * 2 > items.length;
}

export const languageLines = (lines: CvLine[]) => lines.map(({ piece }) => piece);
