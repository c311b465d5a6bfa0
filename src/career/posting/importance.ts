import type { Span } from '../resume/index.ts';
import { isListGap } from './lists.ts';
import type { Importance } from './types.ts';

const soft =
  '(?:plus|bonus|advantage|asset|nice[- ]to[- ]have|good[- ]to[- ]have|desirable|desired|preferred|preferable|beneficial|helpful|advantageous|welcome|optional|appreciated|useful|ideal|not essential|not a must|great|valued|valuable|handy)';
const backward = new RegExp(
  `(?:,?\\s*\\(?(?:is|are|would be|will be|being|considered|as|is also|are also|counts as)\\s+)?(?:also\\s+)?(?:an?\\s+|highly\\s+|strongly\\s+|very\\s+|but\\s+)*(?:big |strong |huge |definite |real |distinct |added )?\\b(?<!\\b(?:customer|our|your|role|the|more|do|with|in|of) )${soft}\\b(?!\\s+(?:qualifications?|skills|with|if|for|points|candidate|applicants|in\\b|at\\b|to\\b(?! have)))`,
  'gi',
);
const forward =
  /\b(?:ideally|preferably|bonus(?: points)?(?: for| if|:)|nice[- ]to[- ]have:|extra points (?:for|if)|(?:a |big )?plus (?:if|for|:)|even better(?: if)?|advantage if|we['’]d (?:also )?love (?:it )?if|it helps if|it would be (?:great|nice|good) if|so would|preference (?:is |will be )?(?:given )?(?:to|for)|a plus:|preferred:|desirable:|would be (?:a plus|great|nice|helpful) (?:if|to have))/gi;
const firm =
  /\b(?:must(?:-have| have)?|is required|are required|required|mandatory|is essential|are essential|essential|is a must|are a must|non-negotiable)\b/gi;
const waived =
  /\b(?:(?:is |are )?not (?:required|necessary|needed|a requirement)|(?:don['’]t|do not|doesn['’]t|need not) (?:have to |need to |need )|no (?:prior |previous )?(?:\w+ )?(?:experience|knowledge|degree|qualifications?|licen[cs]e) (?:is )?(?:required|needed|necessary)|without (?:prior|previous)|no need (?:for|to)|we(?:['’]ll| will) (?:teach|train)|training (?:is |will be )?(?:provided|given))/i;

/** The names in a clause, as spans into the text, in order. */
export interface Clause extends Span {
  hits: Span[];
}

interface Zone extends Span {
  kind: Importance;
}

/** Where a marker such as «is a plus» begins to count: it looks back over one list, or to the last break. */
function reachBack(text: string, clause: Clause, marker: number, marked: string): number {
  const lower = Math.max(clause.start, ...breaks(text, clause, marker));
  const hits = clause.hits.filter(({ start, end }) => start >= lower && end <= marker);
  let first = hits.length - 1;
  if (first < 0) return lower;
  const plural = /\bare\b/i.test(marked);
  for (; first > 0; first--) {
    const gap = text.slice(hits[first - 1]!.end, hits[first]!.start);
    // A comma that is no part of a list begins another thought; so does one before a single «X a plus».
    if (gap.includes(',') && !isListGap(gap)) break;
    const inBracket = openParen(text, lower, hits[first]!.start) !== null;
    const onlyComma = /^\s*,\s*$/.test(gap) && !inBracket;
    const joinedLater = hits.slice(first).length > 1;
    if (onlyComma && !plural && !joinedLater) break;
  }
  if (first === 0) return lower;
  return hits[first - 1]!.end;
}

/** Ends of what nothing looks back over: brackets, dashes, «but», and firm words. */
function breaks(text: string, clause: Clause, marker: number): number[] {
  const before = text.slice(clause.start, marker);
  const found: number[] = [];
  for (const match of before.matchAll(
    /[:(]|\s[–—-]\s|\bbut\b|\bwhile\b|\brequired\b|\bmust have\b|\bessential\b|\bmandatory\b/gi,
  )) {
    found.push(clause.start + match.index + match[0].length);
  }
  // An opening bracket that is closed again hides nothing behind it.
  return found.filter((at) => text[at - 1] !== '(' || !text.slice(at, marker).includes(')'));
}

/** How much each place of a clause is wanted, where that differs from the rest of its section. */
export function importanceIn(text: string, clause: Clause, base: Importance): (at: number) => Importance {
  const body = text.slice(clause.start, clause.end);
  const zones: Zone[] = [];
  for (const match of body.matchAll(firm)) {
    if (/\b(?:as|when|where|if|not|n['’]t|than|other)\s+$/i.test(body.slice(0, match.index))) continue;
    if (base !== 'required') zones.push({ start: clause.start, end: clause.end, kind: 'required' });
  }
  for (const match of body.matchAll(backward)) {
    const marker = clause.start + match.index;
    const paren = openParen(text, clause.start, marker);
    const inside = paren !== null && clause.hits.some(({ start, end }) => start > paren && end <= marker);
    const until = paren !== null && !inside ? paren : marker;
    const start = inside ? paren! : reachBack(text, clause, until, match[0]);
    zones.push({ start, end: marker + match[0].length, kind: 'preferred' });
  }
  for (const match of body.matchAll(forward)) {
    const start = clause.start + match.index;
    const rest = text.slice(start, clause.end);
    const closing = openParen(text, clause.start, start) === null ? -1 : rest.indexOf(')');
    zones.push({ start, end: closing < 0 ? clause.end : start + closing, kind: 'preferred' });
  }
  const isWaived = waived.test(body) && !zones.some(({ kind }) => kind === 'preferred');
  return (at) => {
    if (isWaived) return 'mentioned';
    const zone = zones.findLast(({ start, end }) => at >= start && at < end);
    return zone?.kind ?? base;
  };
}

function openParen(text: string, from: number, at: number): number | null {
  const before = text.slice(from, at);
  const open = before.lastIndexOf('(');
  return open >= 0 && before.indexOf(')', open) < 0 ? from + open : null;
}
