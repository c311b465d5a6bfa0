import type { Skill } from '../resume/index.ts';
import type { Sourced } from './draft.ts';
import { areLanguages } from './languages.ts';
import type { CvLine } from './lines.ts';
import { listItems, tidyItem } from './lists.ts';
import type { Piece } from './piece.ts';

const level =
  /\s*(?:\(|[-–—:]\s*|\s{2,}|\t|\s+(?=[★☆●○■□⬤◯]))\s*((?:expert|advanced|intermediate|beginner|basic|proficient|novice|fluent|working knowledge|familiar|competent|strong|master|good|excellent|daily use|professional)(?:\s+(?:level|user|knowledge))?|\d+\+?\s*(?:years?|yrs?)(?:\s+(?:of )?experience)?|\d{1,3}\s?%|\d\s?\/\s?\d{1,2}|[★☆●○■□⬤◯]{2,})\s*\)?$/iu;

const tongues =
  /^(?:mother tongues?|native languages?|first languages?|(?:other|foreign|spoken) languages?)$/i;

function oneSkill(piece: Piece): Sourced<Skill> {
  const match = level.exec(piece.text);
  if (!match || match.index === 0) return { name: piece };
  const at = match.index + match[0].indexOf(match[1]!);
  return { name: piece.slice(0, match.index).tidy(), level: piece.slice(at, at + match[1]!.length) };
}

/** «Languages: Go, Rust», «Tools – Docker, Helm», or in two columns. */
function category(line: CvLine): { name: Piece; list: Piece } | null {
  const { text } = line.piece;
  const match = /^([^:,;|\t]{2,60}?)(?:\s*:\s+|:(?=\S)|\t+|\s{3,}|\s+[–—-]{1,2}\s+)(?=\S)/u.exec(text);
  if (!match) return null;
  const list = line.piece.slice(match[0].length);
  const isColon = match[0].includes(':');
  const isTongue = tongues.test(match[1]!);
  const isTable = /\t|\s{3}/.test(match[0]) && !level.test(text);
  if (!isColon && !isTongue && !isTable && (listItems(list).length < 2 || level.test(text))) return null;
  if (match[1]!.split(/\s+/).length > 7) return null;
  if (isColon && level.test(text) && listItems(list).length === 1) return null;
  return { name: line.piece.slice(0, match[1]!.length).trim(), list };
}

const isHeading = (line: CvLine, next: CvLine | undefined) =>
  next !== undefined &&
  !line.bullet &&
  (line.level > 0 ||
    /:$/.test(line.piece.text) ||
    (next.bullet !== null && !/[,;|•·]/.test(line.piece.text)) ||
    (line.bold && !next.bold)) &&
  line.piece.text.length < 60;

/** Skills by category, or one by one; lines that list spoken languages are handed back. */
export function readSkills(lines: CvLine[]): { skills: Sourced<Skill>[]; languages: Piece[] } {
  const skills: Sourced<Skill>[] = [];
  const languages: Piece[] = [];
  let open: Sourced<Skill> | null = null;
  for (const [i, line] of lines.entries()) {
    if (isHeading(line, lines[i + 1])) {
      open = { name: tidyItem(line.piece), keywords: [] };
      skills.push(open);
      continue;
    }
    if (line.gapBefore && !line.bullet) open = null;
    const named = category(line);
    if (named) {
      if ((/languages?$/i.test(named.name.text) && areLanguages(named.list)) || tongues.test(named.name.text))
        languages.push(line.piece);
      else skills.push({ ...oneSkill(tidyItem(named.name)), keywords: listItems(named.list) });
      open = null;
      continue;
    }
    const items = listItems(line.piece);
    if (open) open.keywords = [...(open.keywords ?? []), ...items];
    else skills.push(...items.map(oneSkill));
  }
  return { skills: skills.filter(({ name }) => name), languages };
}
