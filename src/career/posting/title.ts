import type { Span } from '../resume/index.ts';
import { bareHeading, sectionOf } from './headings.ts';
import type { Seniority } from './types.ts';

const marks: [Seniority, RegExp][] = [
  ['intern', /\b(?:intern|internship|trainee|apprentice|working student|werkstudent|placement student)\b/i],
  ['executive', /\b(?:chief|c[etfomp]o|president|vp|vice president|svp|evp|managing director)\b/i],
  [
    'director',
    /\b(?:director|head of|head)\b(?! (?:chef|nurse|teacher|waiter|cook|coach|housekeeper|barista))/i,
  ],
  ['principal', /\b(?:principal|distinguished|fellow)\b(?! (?:of school))/i],
  ['staff', /\bstaff\b(?! (?:nurse|accountant|writer|member))/i],
  [
    'lead',
    /\b(?:lead|team leader|supervisor|foreman|shift leader|charge nurse|head (?:chef|nurse|teacher|waiter|cook))\b/i,
  ],
  ['manager', /\b(?:manager|mgr)\b/i],
  ['senior', /\b(?:senior|sr|snr|experienced|sous)\b\.?/i],
  ['junior', /\b(?:junior|jr|entry[- ]level|graduate|assistant|associate|newly qualified|commis)\b\.?/i],
  ['mid', /\b(?:mid[- ]?level|mid|intermediate|mid[- ]senior|ii|iii)\b/i],
];

/** The seniority that a job title names; null where it names none. */
export function seniorityOf(title: string): Seniority | null {
  for (const [seniority, pattern] of marks) if (pattern.test(title)) return seniority;
  return null;
}

const labelled =
  /^(?:[^\S\r\n]|[*#_])*(?:job title|position title|title|position|role|vacancy|job)\s*[:：]\s*(.{3,90})$/im;
const sought =
  /\b(?:looking for|seeking|hiring|searching for|recruiting|need|want|join (?:us|our team) as|opening for|opportunity for|vacancy for|work as)\s+(?:to hire\s+|to recruit\s+)?(?:an?|our (?:next|new)|the next)\s+((?:[\p{L}][\p{L}\d+#./&'’-]*[ ,]*){1,7}?)(?=\s+(?:to|who|with|for|at|in|on|based|that|within|and join|responsible|ready|able|available|as)\b|[.,;:(\n–—]|$)/iu;

/** The title of the job, given or from the text: a labelled line, the first line, or «we are looking for a ...». */
export function titleOf(
  title: string | undefined,
  text: string,
): { title: string | null; span: Span | null } {
  const given = title?.trim();
  if (given) {
    const at = text.indexOf(given);
    return { title: given, span: at < 0 ? null : { start: at, end: at + given.length } };
  }
  const label = labelled.exec(text);
  if (label) return spanned(text, label[1]!.trim(), label.index);
  const first = /\S[^\r\n]*/.exec(text);
  if (first && isTitle(first[0])) {
    const bare = bareHeading(first[0].trim().split(/\s+(?:[|@·•–—]|-)\s+|\s+\(/)[0]!);
    if (bare.length > 2) return spanned(text, bare, first.index);
  }
  const wanted = sought.exec(text);
  return wanted
    ? spanned(text, wanted[1]!.replace(/[\s,]+$/, ''), wanted.index)
    : { title: null, span: null };
}

function isTitle(line: string): boolean {
  const text = line.trim();
  if (text.length > 100 || text.split(/\s+/).length > 13 || /[.!?:]$/.test(text)) return false;
  return (
    sectionOf(text) === null &&
    !/^(?:we|our|are you|join|at|do you|apply|posted|location|company)\b/i.test(text)
  );
}

function spanned(text: string, title: string, from: number): { title: string; span: Span | null } {
  const at = text.indexOf(title, from);
  return { title, span: at < 0 ? null : { start: at, end: at + title.length } };
}
