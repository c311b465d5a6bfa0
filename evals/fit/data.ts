import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { EmbeddingEngine } from '../../src/ai/index.ts';
import { indexableText } from '../../src/memory/indexable.ts';
import { bm25, weighedTerms } from '../../src/memory/rank/lexical.ts';
import { type Reading, readMessage } from '../../src/memory/rank/reading.ts';
import type { AnalyzedQuery, Candidate, CorpusStats } from '../../src/memory/rank/types.ts';
import { choosePool, legCandidates } from '../../src/memory/recall/fusion.ts';
import { type AnalyzedText, analyzeQuery, analyzeText } from '../../src/memory/text/analyze.ts';

const schema = z.object({
  id: z.string(),
  source: z.string().default('unknown'),
  messages: z.array(
    z.object({
      id: z.string(),
      conversation: z.string().nullable().default(null),
      role: z.enum(['user', 'assistant']),
      text: z.string(),
      created_at: z.string(),
    }),
  ),
  questions: z.array(z.object({ id: z.string(), question: z.string(), evidence: z.array(z.string()) })),
});

/** One message as ranking sees it before any question is asked. */
export interface Stored {
  id: string;
  conversation: string | null;
  role: 'user' | 'assistant';
  text: string;
  createdAt: Date;
  vector: Float32Array | null;
  analyzed: AnalyzedText;
  reading: Reading;
}

/** A memory and questions whose answers in it are known. */
export interface Labelled {
  file: string;
  source: string;
  messages: Stored[];
  questions: { question: string; vector: Float32Array | null; evidence: ReadonlySet<string> }[];
}

/** What ranking is given for one question, and which messages it should find. */
export interface Asked {
  file: string;
  source: string;
  query: AnalyzedQuery;
  pool: Candidate[];
  corpus: CorpusStats;
  evidence: ReadonlySet<number>;
}

async function embedAll(
  engine: EmbeddingEngine,
  texts: Iterable<string>,
): Promise<Map<string, Float32Array>> {
  const list = [...new Set(texts)].filter((text) => text !== '').sort((a, b) => a.length - b.length);
  const vectors = new Map<string, Float32Array>();
  for (let i = 0; i < list.length; i += engine.maxBatch) {
    const batch = list.slice(i, i + engine.maxBatch);
    const made = await engine.embed(batch);
    batch.forEach((text, k) => {
      vectors.set(text, made[k]!);
    });
  }
  return vectors;
}

/** Reads one file of the form evals/README.md describes, with the vectors the product would store. */
export async function readLabelled(file: string, engine: EmbeddingEngine): Promise<Labelled> {
  const { id, source, messages, questions } = schema.parse(JSON.parse(await readFile(file, 'utf8')));
  const texts = messages.map((m) => indexableText(m.text, m.role));
  const vectors = await embedAll(engine, [...texts, ...questions.map((q) => q.question)]);
  return {
    file: id,
    source,
    messages: messages.map(({ created_at, ...m }, i) => ({
      ...m,
      text: texts[i]!,
      createdAt: new Date(/Z|[+-]\d\d:?\d\d$/.test(created_at) ? created_at : `${created_at}Z`),
      vector: vectors.get(texts[i]!) ?? null,
      analyzed: analyzeText(texts[i]!),
      reading: readMessage(texts[i]!),
    })),
    questions: questions.map((q) => ({
      question: q.question,
      vector: vectors.get(q.question) ?? null,
      evidence: new Set(q.evidence),
    })),
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Each message's place: the row of the one before it in its conversation; notes of no conversation have none. */
function previousOf(messages: readonly Stored[]): (number | undefined)[] {
  const last = new Map<string, number>();
  return messages.map(({ conversation }, i) => {
    if (conversation === null) return undefined;
    const before = last.get(conversation);
    last.set(conversation, i);
    return before;
  });
}

/** What recall loads of a memory: of what either leg brings the best, and what stands beside these. */
function poolOf(query: AnalyzedQuery, candidates: readonly Candidate[], corpus: CorpusStats): Candidate[] {
  const terms = weighedTerms(query, corpus);
  const leg = (score: (candidate: Candidate) => number) =>
    candidates
      .map((candidate) => ({ seq: candidate.seq, score: score(candidate) }))
      .filter((one) => one.score > Number.NEGATIVE_INFINITY)
      .sort((a, b) => b.score - a.score || b.seq - a.seq)
      .slice(0, legCandidates)
      .map(({ seq }) => seq);
  const near = leg(({ cosine }) => cosine ?? Number.NEGATIVE_INFINITY);
  const lexical = leg((one) => bm25(terms, one, corpus) || Number.NEGATIVE_INFINITY);
  const { documents, withNeighbours } = choosePool([near, lexical], 1);
  const wanted = new Set(documents);
  for (const seq of documents.slice(0, withNeighbours)) {
    const { previous, next } = candidates[seq]!;
    for (const beside of [previous, next]) if (beside !== undefined) wanted.add(beside);
  }
  return candidates.filter(({ seq }) => wanted.has(seq));
}

/** One pool a question, as recall makes it. Questions whose evidence isn't among the messages are left out. */
export function ask({ file, source, messages, questions }: Labelled): Asked[] {
  const previous = previousOf(messages);
  const next = new Map(previous.flatMap((before, i) => (before === undefined ? [] : [[before, i] as const])));
  const frequency = new Map<number, number>();
  for (const { analyzed } of messages) {
    for (const hash of analyzed.terms.keys()) frequency.set(hash, (frequency.get(hash) ?? 0) + 1);
  }
  const averageLength =
    messages.reduce((sum, m) => sum + m.analyzed.length, 0) / Math.max(1, messages.length);
  return questions.flatMap(({ question, vector, evidence }): Asked[] => {
    const found = new Set(messages.flatMap((m, i) => (evidence.has(m.id) ? [i] : [])));
    if (found.size === 0) return [];
    const query = analyzeQuery(question);
    const candidates = messages.map((m, i): Candidate => {
      const termFrequencies = new Map<number, number>();
      for (const { hash } of query.terms) {
        const count = m.analyzed.terms.get(hash);
        if (count) termFrequencies.set(hash, count);
      }
      return {
        seq: i,
        reading: m.reading,
        role: m.role,
        conversation: m.conversation,
        createdAt: m.createdAt,
        cosine: m.vector && vector ? dot(m.vector, vector) : null,
        termFrequencies,
        length: m.analyzed.length,
        previous: previous[i],
        next: next.get(i),
      };
    });
    const documentFrequency = new Map(query.terms.map(({ hash }) => [hash, frequency.get(hash) ?? 0]));
    const corpus = { count: messages.length, averageLength, documentFrequency };
    const pool = poolOf(query, candidates, corpus);
    return [{ file, source, query, pool, corpus, evidence: found }];
  });
}
