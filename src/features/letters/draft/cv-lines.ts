import { pointerTo, type Resume, valueAt } from '../../../career/resume/index.ts';
import { countWords, type Source } from '../letter.ts';
import type { LetterCv } from '../materials.ts';
import { sentencesOf, withoutOrders } from '../orders.ts';

/** Where a line of a CV belongs: the position, project or school. */
export interface CvEntry {
  pointer: string;
  position: string | null;
  organization: string | null;
  startDate: string | null;
  endDate: string | null;
}

/** A passage of a CV, word for word, that can prove something. */
export interface CvLine {
  pointer: string;
  text: string;
  kind: 'deed' | 'profile' | 'certificate' | 'education' | 'language' | 'skill';
  entry: CvEntry | null;
}

/** A longer passage is shown sentence by sentence. */
const MOST_WORDS = 40;

/** What a CV has to show, the most telling kinds and the latest positions first; what speaks to programs is left out. */
export function cvLines(resume: Resume): CvLine[] {
  const lines: CvLine[] = [];
  const add = (kind: CvLine['kind'], pointer: string, entry: CvEntry | null = null) => {
    const value = valueAt(resume, pointer);
    if (typeof value !== 'string') return;
    for (const text of passages(value)) lines.push({ pointer, text, kind, entry });
  };
  for (const section of ['work', 'projects', 'volunteer'] as const) {
    (resume[section] ?? []).forEach((given, at) => {
      const entry = entryOf(section, at, given);
      (given.highlights ?? []).forEach((_, i) => {
        add('deed', pointerTo(section, at, 'highlights', i), entry);
      });
      for (const field of ['summary', 'description']) add('deed', pointerTo(section, at, field), entry);
    });
  }
  (resume.certificates ?? []).forEach((_, at) => {
    add('certificate', pointerTo('certificates', at, 'name'));
  });
  (resume.education ?? []).forEach((given, at) => {
    const { studyType, area, institution, startDate, endDate } = given;
    const text = [studyType, area].filter(Boolean).join(', ');
    const entry = {
      pointer: pointerTo('education', at),
      position: null,
      organization: institution ?? null,
      startDate: startDate ?? null,
      endDate: endDate ?? null,
    };
    if (text && isPlain(text)) lines.push({ pointer: entry.pointer, text, kind: 'education', entry });
  });
  (resume.languages ?? []).forEach((given, at) => {
    const text = [given.language, given.fluency].filter(Boolean).join(', ');
    if (given.language && isPlain(text)) {
      lines.push({ pointer: pointerTo('languages', at), text, kind: 'language', entry: null });
    }
  });
  add('profile', '/basics/summary');
  (resume.skills ?? []).forEach((skill, at) => {
    const keywords = skill.keywords ?? [];
    keywords.forEach((_, i) => {
      add('skill', pointerTo('skills', at, 'keywords', i));
    });
    if (keywords.length === 0) add('skill', pointerTo('skills', at, 'name'));
  });
  return lines;
}

const isPlain = (text: string): boolean => withoutOrders(text).orders.length === 0;

function passages(value: string): string[] {
  const text = withoutOrders(value).text;
  if (text !== value || text.trim().includes('\n') || countWords(text) > MOST_WORDS) {
    return sentencesOf(text)
      .map(({ start, end }) => oneLine(text.slice(start, end)))
      .filter((sentence) => sentence !== '' && countWords(sentence) <= MOST_WORDS);
  }
  return text.trim() === '' ? [] : [oneLine(text)];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function entryOf(section: 'work' | 'projects' | 'volunteer', at: number, given: object): CvEntry {
  const { name, organization, position, entity, startDate, endDate } = given as Record<string, unknown>;
  const told = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
  return {
    pointer: pointerTo(section, at),
    position: section === 'projects' ? null : told(position),
    organization: told(
      section === 'volunteer' ? organization : section === 'projects' ? (name ?? entity) : name,
    ),
    startDate: told(startDate),
    endDate: told(endDate),
  };
}

/** A field of the CV as the source of a claim: its words, and their place in the file where that is known. */
export function cvSource(
  { text, spans }: Pick<LetterCv, 'text' | 'spans'>,
  pointer: string,
  quote: string,
): Source {
  const [first] = spans[pointer] ?? [];
  const near = first ? text.indexOf(quote, first.start) : -1;
  const at = near >= 0 ? near : text.indexOf(quote);
  if (at >= 0) return { kind: 'cv', pointer, quote, span: { start: at, end: at + quote.length } };
  // A date, or a line that was broken: the words of the file are what can be looked up.
  return first
    ? { kind: 'cv', pointer, quote: text.slice(first.start, first.end), span: first }
    : { kind: 'cv', pointer, quote };
}
