import { denied } from './denied.ts';
import type { Candidate } from './find.ts';
import type { Name } from './taxonomy.ts';

const plain = (text: string) => text.replace(/[^\p{L}\p{N}+#]/gu, '');

const FARTHEST = 300;

/** The line that something stands in, of a line without end only so much as can matter. */
function lineAround(text: string, start: number, end: number): { line: string; lineStart: number } {
  const from = Math.max(0, start - FARTHEST);
  const lineStart = from + text.slice(from, start).lastIndexOf('\n') + 1;
  const right = text.slice(end, end + FARTHEST);
  const stop = right.indexOf('\n');
  return { line: text.slice(lineStart, end + (stop < 0 ? right.length : stop)), lineStart };
}

/** Capital letters only, three words or more: a heading in which case says nothing. */
function shouted(text: string, start: number, end: number): boolean {
  const { line } = lineAround(text, start, end);
  return (
    line.length < 200 && !/\p{Ll}/u.test(line) && line.trim().split(/\s+/).length > 2 && !/[,;/|]/.test(line)
  );
}

const englishWords = new Set([
  'REST',
  'SEND',
  'LESS',
  'SOAP',
  'CAMS',
  'CAM',
  'LEAN',
  'HA',
  'AR',
  'CI',
  'BI',
  'AI',
]);

/** Whether a name that stands here can be meant as a skill by its own letters; `doubtful` where others have to tell. */
export function fits(name: Name, text: string, start: number, end: number): Candidate['state'] {
  if (denied(name.skill.id, text, start, end)) return 'refused';
  if (name.strictness === 'any case') return 'sure';
  const written = plain(text.slice(start, end));
  const wanted = plain(name.text);
  if (name.strictness === 'exact case') {
    if (written !== wanted && written !== `${wanted}s`) return 'refused';
    return englishWords.has(written) && shouted(text, start, end) ? 'refused' : 'sure';
  }
  return written.toLowerCase() === wanted.toLowerCase() ? 'doubtful' : 'refused';
}

const nounOf =
  '(?:experience|experienced|proficien\\w+|knowledge|skills?|skilled|fluen\\w+|expert\\w*|familiar\\w*|program\\w*|cod(?:e|ing)|writ\\w+|develop\\w*|buil[dt]\\w*|services?|scripts?|implement\\w*|rewr\\w+|background|competen\\w+|comfortable|stack|languages?|backends?|frameworks?|years?|yrs|applications?|apis?|training|strong|reports?|spreadsheets?|models?)';
const before = new RegExp(
  `${nounOf}\\s+(?:\\w+\\s+)?(?:with|in|of|at|using|on|like|is|are)\\s+(?:(?:modern|advanced|production|idiomatic|microsoft|ms|intermediate|basic|either|both|the|e\\.g\\.)\\s+)?$|\\b(?:using|microsoft|ms|know|love|preferably|learn(?:ing|ed)?|such as|e\\.g\\.,?|advanced|intermediate|idiomatic|write|writing|proficient|strong|modern)\\s+$`,
  'i',
);
/** «Moved 40 services to Go». */
const movedTo =
  /\b(?:mov\w+|migrat\w+|port(?:ed|ing)?|rewr\w+|convert\w*|switch\w*|transition\w*)\b[^.\n]{0,45}\bto\s+$/i;
const bareIn = /\b(?:in|with|into|from|of|at|use)\s+$/i;
const after =
  /^\s*(?:developers?|engineers?|programm\w+|languages?|code(?:base)?|services?|microservices?|scripts?|scripting|backends?|frameworks?|applications?|apps?|apis?|experience|skills?|librar(?:y|ies)|packages?|modules?|spreadsheets?|macros?|formulas?|databases?|stack|shop|server|routines|kernels?|firmware|drivers?|is (?:a|an|required|preferred|nice|essential|desirable)|are (?:a|required|preferred)|(?:a )?plus|preferred|required|or similar)\b/i;

const label =
  /^[\s•*\-–▪●·]*(?:[\p{L}/&]+\s+){0,3}(?:languages?|skills?|technolog\w+|tools?|stack|programming|frameworks?|software|proficien\w+|technical|competenc\w+|environment|office|applications|packages|it)[^:\n]{0,25}:/iu;

/** Delimiters on both sides: the candidate is a whole entry of a list. */
const opens = /(?:^|[,;/|•·(:\n\t*▪●+]|\b(?:and|or|&|ms|microsoft|[-–])\s|(?:^|\n)\s*[-–])\s*$/i;
const closes = /^\s*(?:$|[,;/|•·):\n\t.*(+]|(?:and|or|&)\s)/i;
/** What separates the entries of one list. */
const connector =
  /^(?:\s*\([^()\n]{0,40}\))?\s*(?:[,;/|•·+&(]\s*)*(?:(?:and\/or|and|or|as well as|plus|to|e\.g\.|like|such as)\s+)?(?:\(|ms |microsoft )?\s*$/i;
const bySign = /[,;/|•·(+]/;

const isTechnical = (candidate: Candidate) =>
  !['soft', 'spoken', 'domain'].includes(candidate.name.skill.kind);

interface Around {
  text: string;
  candidate: Candidate;
}

const written = ({ text, candidate }: Around) => text.slice(candidate.start, candidate.end);
const isExact = (around: Around) => plain(written(around)) === plain(around.candidate.name.text);

/** By the words around it, without regard to other skills. */
function speaksForItself(around: Around): boolean {
  const { text, candidate } = around;
  if (!isExact(around)) return false;
  const left = text.slice(Math.max(0, candidate.start - 70), candidate.start);
  const right = text.slice(candidate.end, candidate.end + 40);
  if (before.test(left) || after.test(right)) return true;
  if (candidate.name.strictness === 'in context' && (bareIn.test(left) || movedTo.test(left))) return true;
  if (!opens.test(left) || !closes.test(right)) return false;
  const { line, lineStart } = lineAround(text, candidate.start, candidate.end);
  // Alone on its line, as in a list of one a line; a letter alone is more often a grade or a heading.
  const alone = plain(line) === plain(written(around));
  return (
    (alone && (candidate.end - candidate.start > 1 || /^\s*[-•*▪●–]/.test(line))) ||
    label.test(line.slice(0, candidate.start - lineStart))
  );
}

/** A neighbour in the same list that is meant as a skill, or, in its right case, could be. */
function speaksFor(around: Around, neighbour: Candidate | undefined): boolean {
  if (!neighbour || neighbour.state === 'refused' || !isTechnical(neighbour)) return false;
  const { text, candidate } = around;
  const [first, second] = neighbour.start < candidate.start ? [neighbour, candidate] : [candidate, neighbour];
  const between = text.slice(first.end, second.start);
  if (between.trim() === '' || between.length > 45 || !connector.test(between)) return false;
  const exact = isExact(around);
  const left = text.slice(Math.max(0, candidate.start - 12), candidate.start);
  const inList = opens.test(left) && closes.test(text.slice(candidate.end, candidate.end + 12));
  if (neighbour.state === 'sure') return exact || inList;
  const bothLanguages = [candidate, neighbour].every(({ name }) => name.skill.kind === 'language');
  return exact && isExact({ text, candidate: neighbour }) && (bySign.test(between) ? inList : bothLanguages);
}

/** Decides about the doubtful ones; what is decided speaks for the next in its list, in both directions. */
export function settle(text: string, candidates: Candidate[]): Candidate[] {
  for (const candidate of candidates) {
    if (candidate.state === 'doubtful' && speaksForItself({ text, candidate })) candidate.state = 'sure';
  }
  const decide = (i: number) => {
    const candidate = candidates[i]!;
    if (candidate.state !== 'doubtful') return;
    const around = { text, candidate };
    if (speaksFor(around, candidates[i - 1]) || speaksFor(around, candidates[i + 1]))
      candidate.state = 'sure';
  };
  for (let i = 0; i < candidates.length; i++) decide(i);
  for (let i = candidates.length - 1; i >= 0; i--) decide(i);
  return candidates.filter(({ state }) => state === 'sure');
}
