import { pointerTo, type Resume, type SourceSpans, type Span, valueAt } from '../resume/index.ts';
import { earliest, latest, type Month, monthOf, parseDate } from './dates.ts';
import { isEnglish } from './language.ts';
import { locate } from './locate.ts';
import type { CheckInput, Finding } from './types.ts';

export type EntryKind = 'work' | 'volunteer' | 'projects';

/** A job, a voluntary post or a project. */
export interface Entry {
  kind: EntryKind;
  pointer: string;
  /** The position, or the project's name. */
  title: string;
  employer: string;
  startDate: string | undefined;
  endDate: string | undefined;
  /** Goes on today, as far as its dates tell; null where it has none. */
  current: boolean | null;
  summary: string;
}

/** A bullet, or a sentence of an entry that has no bullets. */
export interface Statement {
  kind: 'bullet' | 'sentence';
  text: string;
  words: string[];
  pointer: string;
  spans: Span[];
  entry: Entry;
}

export interface Prose {
  text: string;
  pointer: string;
  spans: Span[];
}

/** The CV, laid out for the checks. */
export interface CvFacts {
  resume: Resume;
  text: string;
  spans: SourceSpans;
  document: CheckInput['document'];
  today: Date;
  thisMonth: Month;
  english: boolean;
  lines: { text: string; span: Span }[];
  words: string[];
  entries: Entry[];
  /** Of jobs, voluntary posts and projects. */
  statements: Statement[];
  /** Every passage in the person's own words: the summary, entries' summaries, bullets. */
  prose: Prose[];
  /** Where the value of a pointer stands in the text. */
  spansOf(pointer: string): Span[];
  /** A finding about the field itself. */
  at(pointer: string, note: string): Finding;
}

/** Each is compared with each; a CV of more is too long whatever they say. */
const MOST_STATEMENTS = 400;
const MOST_ITEMS = 300;
const LONGEST_PASSAGE = 10_000;

/** Academic CVs list everything and follow customs of their own. */
export const isAcademic = ({ publications, work }: Resume): boolean =>
  (publications?.length ?? 0) >= 3 ||
  (work ?? []).some(({ position }) =>
    /\b(professor|lecturer|postdoc\w*|research fellow)\b/i.test(position ?? ''),
  );

export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’+#.&/-]*/gu) ?? [];

/** A CV that nobody would read to its end is not checked to its end either; what is left keeps its pointers. */
function bounded<Value>(value: Value): Value {
  if (typeof value === 'string') return value.slice(0, LONGEST_PASSAGE) as Value;
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map(bounded) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, bounded(item)])) as Value;
}

export function factsOf({ resume: whole, text, spans, document, today }: CheckInput): CvFacts {
  const resume = bounded(whole);
  const spansOf = (pointer: string): Span[] => {
    const known = spans[pointer];
    if (known?.length) return known;
    const value = valueAt(resume, pointer);
    const found = typeof value === 'string' ? locate(text, value) : null;
    return found ? [found] : [];
  };
  const thisMonth = monthOf(today);
  const entries = entriesOf(resume, thisMonth);
  const statements = entries
    .flatMap((entry) => statementsOf(resume, entry, text, spansOf))
    .slice(0, MOST_STATEMENTS);
  return {
    resume,
    text,
    spans,
    document,
    today,
    thisMonth,
    english: isEnglish(text),
    lines: linesOf(text),
    words: wordsOf(text),
    entries,
    statements,
    prose: proseOf(resume, entries, statements, spansOf),
    spansOf,
    at: (pointer, note) => ({ pointer, spans: spansOf(pointer), note }),
  };
}

function linesOf(text: string): { text: string; span: Span }[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const span = { start, end: start + line.length };
    start += line.length + 1;
    return { text: line, span };
  });
}

function entriesOf(resume: Resume, thisMonth: Month): Entry[] {
  const entry = (
    kind: EntryKind,
    index: number,
    item: { startDate?: string; endDate?: string; summary?: string; description?: string },
    title?: string,
    employer?: string,
  ): Entry => {
    const start = parseDate(item.startDate);
    const end = parseDate(item.endDate);
    const runs = item.endDate
      ? end
        ? latest(end) > thisMonth
        : null
      : start && earliest(start) <= thisMonth;
    return {
      kind,
      pointer: pointerTo(kind, index),
      title: title ?? '',
      employer: employer ?? '',
      startDate: item.startDate,
      endDate: item.endDate,
      current: runs,
      summary: [item.description, item.summary].filter(Boolean).join('\n'),
    };
  };
  return [
    ...(resume.work ?? []).map((item, i) => entry('work', i, item, item.position, item.name)),
    ...(resume.volunteer ?? []).map((item, i) =>
      entry('volunteer', i, item, item.position, item.organization),
    ),
    ...(resume.projects ?? []).map((item, i) => entry('projects', i, item, item.name, item.entity)),
  ];
}

function statementsOf(
  resume: Resume,
  entry: Entry,
  source: string,
  spansOf: (pointer: string) => Span[],
): Statement[] {
  const highlights = (valueAt(resume, `${entry.pointer}/highlights`) ?? []) as string[];
  if (highlights.length > 0) {
    return highlights.map((text, i) => {
      const pointer = `${entry.pointer}/highlights/${i}`;
      return { kind: 'bullet', text, words: wordsOf(text), pointer, spans: spansOf(pointer), entry };
    });
  }
  const field = entry.kind === 'projects' ? 'description' : 'summary';
  const pointer = `${entry.pointer}/${field}`;
  const summary = valueAt(resume, pointer);
  if (typeof summary !== 'string') return [];
  return sentences(summary).map((sentence) => ({
    kind: 'sentence',
    text: sentence,
    words: wordsOf(sentence),
    pointer,
    spans: within(source, sentence, spansOf(pointer)),
    entry,
  }));
}

/** Where a part of a field stands: inside the field's own spans, or else those spans. */
export function within(source: string, part: string, spans: readonly Span[]): Span[] {
  for (const span of spans) {
    const found = locate(source, part, span);
    if (found) return [found];
  }
  return [...spans];
}

/** Sentences of running text, and the lines of what has no full stops. */
export function sentences(text: string): string[] {
  return text
    .split(/\n+|(?<=[.!?])\s+(?=\p{Lu})/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}

function proseOf(
  resume: Resume,
  entries: readonly Entry[],
  statements: readonly Statement[],
  spansOf: (pointer: string) => Span[],
): Prose[] {
  const pointers = [
    '/basics/summary',
    ...entries.flatMap(({ pointer }) => [`${pointer}/description`, `${pointer}/summary`]),
  ];
  const passages = pointers.flatMap((pointer) => {
    const text = valueAt(resume, pointer);
    return typeof text === 'string' && text.trim() !== '' ? [{ text, pointer, spans: spansOf(pointer) }] : [];
  });
  const bullets = statements
    .filter(({ kind }) => kind === 'bullet')
    .map(({ text, pointer, spans }) => ({ text, pointer, spans }));
  return [...passages, ...bullets];
}
