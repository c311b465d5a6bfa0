import { knownEmployer } from '../known-names.ts';
import { isName } from './pattern.ts';
import { isKnownPlace } from './places.ts';

export const CAP = "\\p{Lu}[\\p{L}\\d&.'+-]*";
/** A name of several words; matched without regard to case, and cut to its capitals afterwards. */
export const COMPANY =
  "(?<company>[\\p{L}\\d][\\p{L}\\d&.'+-]*(?: (?!(?:as|in|on|since|from|until|i|my|but)\\b)[\\p{L}\\d&][\\p{L}\\d&.'+-]*){0,4})";
const CAPITALS = new RegExp(`^(?:the )?${CAP}(?: (?:of |for |and |& |de )?${CAP})*`, 'u');
/** «The Berlin office of SAP»: the company stands behind. */
const PART_OF =
  /^(?:an? |the )?(?:[\p{L}\d&.'+-]+ ){0,3}(?:office|branch|site|team|division|department|subsidiary|unit|hub|plant|factory|store|location|headquarters|lab|campus)(?: (?:of|at) (?<whole>.+))?/iu;

/** «Acme Corp since March» is Acme Corp. */
export function companyName(text: string): string | null {
  const part = PART_OF.exec(text);
  const whole = part?.groups?.whole;
  if (whole) return companyName(whole);
  const [name] = CAPITALS.exec(text) ?? [];
  const clean = name?.replace(/(?:\.|'s|,)+$/u, '').replace(/ (?:I|I'm|In|As|Since|On|From)$/u, '');
  if (!clean) return lowerCase(text);
  const bare = clean.replace(/^the /, '');
  if (!isName(bare) || clean.length < 2) return null;
  if (bare !== clean && isKnownPlace(bare)) return null;
  // «The Berlin office» names no company, «the Google office» does.
  if (part) return isKnownPlace(bare) ? null : bare;
  return clean;
}

/** «i work at google»: in small letters only the names that everybody knows. */
function lowerCase(text: string): string | null {
  const tokens = text.split(' ');
  return knownEmployer(tokens.slice(0, 2).join(' ')) ?? knownEmployer(tokens[0]!);
}
