import { FACT_KINDS, type FactKind, readFacts, sameValue } from '../src/career/facts/index.ts';

/** A message with the facts that it states; none where it is a trap. */
export interface FactCase {
  text: string;
  facts: LabelledFact[];
}

export interface LabelledFact {
  kind: FactKind;
  value: string;
  /** `so`: it is so or became so; `over`: it was so, or ended. */
  standing: 'so' | 'over';
}

export interface Score {
  right: number;
  /** Read, and not labelled. */
  wrong: number;
  /** Labelled, and not read. */
  missed: number;
}

export interface FactScores {
  messages: number;
  traps: number;
  /** Traps that nothing was read off. */
  trapsPassed: number;
  byKind: Map<FactKind, Score>;
  all: Score;
  wrong: string[];
}

/** When all of the labelled messages were said. */
const SAID_AT = new Date('2026-06-15T10:00:00Z');

/** One line a message: `text => kind=value; kind=value!past`. Lines of a `#` are notes. Throws where a label is none. */
export function readCases(text: string): FactCase[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const at = line.lastIndexOf('=>');
      if (at < 0) throw new Error(`no label: ${line}`);
      const labels = line
        .slice(at + 2)
        .split(';')
        .map((label) => label.trim());
      return {
        text: line.slice(0, at).trim().replaceAll('\\n', '\n'),
        facts: labels.filter(Boolean).map(readLabel),
      };
    });
}

function readLabel(label: string): LabelledFact {
  const [, kind, value, end] = /^(\w+)=(.*?)(!(?:past|end))?$/.exec(label) ?? [];
  const known = FACT_KINDS.find((one) => one === kind);
  if (!known) throw new Error(`no kind of fact: ${label}`);
  return { kind: known, value: value!, standing: end ? 'over' : 'so' };
}

export function scoreCases(cases: readonly FactCase[]): FactScores {
  const byKind = new Map<FactKind, Score>();
  const all: Score = { right: 0, wrong: 0, missed: 0 };
  const wrong: string[] = [];
  let trapsPassed = 0;
  const count = (kind: FactKind, what: keyof Score) => {
    const score = byKind.get(kind) ?? { right: 0, wrong: 0, missed: 0 };
    score[what]++;
    all[what]++;
    byKind.set(kind, score);
  };
  for (const { text, facts } of cases) {
    const left = [...facts];
    const read = readFacts(text, SAID_AT);
    if (facts.length === 0 && read.length === 0) trapsPassed++;
    for (const { kind, value, change } of read) {
      const standing = change === 'past' || change === 'end' ? 'over' : 'so';
      const at = left.findIndex(
        (label) =>
          label.kind === kind &&
          label.standing === standing &&
          (label.value === value || (value !== '' && sameValue(label.value, value))),
      );
      if (at >= 0) left.splice(at, 1);
      else wrong.push(`wrong  ${kind}=${value} (${change})  in: ${text}`);
      count(kind, at >= 0 ? 'right' : 'wrong');
    }
    for (const { kind, value } of left) {
      wrong.push(`missed ${kind}=${value}  in: ${text}`);
      count(kind, 'missed');
    }
  }
  const traps = cases.filter(({ facts }) => facts.length === 0).length;
  return { messages: cases.length, traps, trapsPassed, byKind, all, wrong };
}

const share = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(3));

export function renderScores({ messages, traps, trapsPassed, byKind, all }: FactScores): string {
  const row = (name: string, { right, wrong, missed }: Score) =>
    `| ${name} | ${right + missed} | ${share(right, right + wrong)} | ${share(right, right + missed)} |`;
  const kinds = FACT_KINDS.filter((kind) => byKind.has(kind)).map((kind) =>
    row(kind.replaceAll('_', ' '), byKind.get(kind)!),
  );
  return `${messages} messages, ${traps} of them traps that state nothing; nothing was read off ${trapsPassed} of the traps.\n\n| kind | labelled | precision | recall |\n|---|---:|---:|---:|\n${[row('**all**', all), ...kinds].join('\n')}\n`;
}
