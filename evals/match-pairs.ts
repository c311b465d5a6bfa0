import { z } from 'zod';
import { matchCv } from '../src/career/match/index.ts';
import { parseCv } from '../src/career/parse/index.ts';
import { readPosting } from '../src/career/posting/index.ts';
import { canonicalSkill, skillById } from '../src/career/skills/index.ts';
import { documentFromText } from '../src/documents/index.ts';

const buckets = ['listed', 'supported', 'missing'] as const;
const demands = z.object({
  listed: z.array(z.string()),
  supported: z.array(z.string()),
  missing: z.array(z.string()),
});
const schema = z.object({
  id: z.string(),
  field: z.string(),
  style: z.string(),
  title: z.string().optional(),
  cv: z.string(),
  posting: z.string(),
  required: demands,
  preferred: demands,
});

export type Pair = z.infer<typeof schema>;

export function readPair(value: unknown, file: string): Pair {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new Error(`${file}: ${issue.path.join('.')}: ${issue.message}`);
}

/** Labels are names of the taxonomy, alternatives with «|» between them; their ids in order. */
function idsOf(label: string): string[] {
  return label
    .split('|')
    .map((name) => {
      const skill = skillById(name) ?? canonicalSkill(name);
      if (!skill) throw new Error(`«${name}» is no skill of the taxonomy`);
      return skill.id;
    })
    .sort();
}

export interface Count {
  right: number;
  found: number;
  labelled: number;
}

export interface Scores {
  pairs: { id: string; field: string; style: string; counts: Record<string, Count>; wrong: string[] }[];
  totals: Record<string, Count>;
}

/** The measures, in the order in which they are shown. */
export const measures = [
  'skills of the posting',
  'required',
  'preferred',
  'demands, alternatives as one',
  'listed',
  'supported',
  'missing',
] as const;

function count(found: Set<string>, labelled: Set<string>): Count {
  return {
    right: [...found].filter((one) => labelled.has(one)).length,
    found: found.size,
    labelled: labelled.size,
  };
}

/** Soft skills, and what a posting mentions without asking for it, are left out on both sides. */
function scorePair(pair: Pair): Scores['pairs'][number] {
  const posting = readPosting({ title: pair.title, text: pair.posting });
  const { resume, spans } = parseCv(documentFromText(pair.cv));
  const match = matchCv(
    { resume, cvText: pair.cv, cvSpans: spans },
    { title: pair.title, text: pair.posting },
    { today: new Date('2024-06-15T00:00:00Z') },
  );
  const labelledDemands = (['required', 'preferred'] as const).flatMap((kind) =>
    buckets.flatMap((bucket) => pair[kind][bucket].map((label) => ({ kind, bucket, ids: idsOf(label) }))),
  );
  const asked = posting.demands.filter(
    ({ kind, skills }) => kind !== 'mentioned' && skillById(skills[0]!)?.kind !== 'soft',
  );
  const single = (kind?: string) =>
    new Set(asked.filter((one) => !kind || one.kind === kind).flatMap(({ skills }) => skills));
  const labelledSingle = (kind?: string) =>
    new Set(labelledDemands.filter((one) => !kind || one.kind === kind).flatMap(({ ids }) => ids));
  const counts: Record<string, Count> = {
    'skills of the posting': count(single(), labelledSingle()),
    required: count(single('required'), labelledSingle('required')),
    preferred: count(single('preferred'), labelledSingle('preferred')),
    'demands, alternatives as one': count(
      new Set(asked.map(({ skills }) => [...skills].sort().join('|'))),
      new Set(labelledDemands.map(({ ids }) => ids.join('|'))),
    ),
  };
  const wrong: string[] = [];
  const differ = (what: string, found: Set<string>, labelled: Set<string>) => {
    for (const one of found) if (!labelled.has(one)) wrong.push(`${what}: ${one} is not labelled`);
    for (const one of labelled) if (!found.has(one)) wrong.push(`${what}: ${one} is not found`);
  };
  for (const kind of ['required', 'preferred']) differ(kind, single(kind), labelledSingle(kind));
  for (const bucket of buckets) {
    const found = new Set(
      match[bucket]
        .filter(({ kind, skill_kind }) => kind !== 'mentioned' && skill_kind !== 'soft')
        .map(({ alternatives }) => [...alternatives].sort().join('|')),
    );
    const labelled = new Set(
      labelledDemands.filter((one) => one.bucket === bucket).map(({ ids }) => ids.join('|')),
    );
    counts[bucket] = count(found, labelled);
    differ(bucket, found, labelled);
  }
  return { id: pair.id, field: pair.field, style: pair.style, counts, wrong };
}

export function scorePairs(pairs: Pair[]): Scores {
  const scored = pairs.map(scorePair);
  const totals: Record<string, Count> = {};
  for (const measure of measures) {
    const all = scored.map(({ counts }) => counts[measure]!);
    const sum = (key: keyof Count) => all.reduce((total, one) => total + one[key], 0);
    totals[measure] = { right: sum('right'), found: sum('found'), labelled: sum('labelled') };
  }
  return { pairs: scored, totals };
}
