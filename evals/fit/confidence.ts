import { toISO } from '../../src/kernel/clock.ts';
import { buildContext, type Relevance } from '../../src/memory/context.ts';
import { type ConfidenceInputs, confidencesOf } from '../../src/memory/rank/confidence.ts';
import { rankWithInputs } from '../../src/memory/rank/rank.ts';
import type { ConfidenceWeights, RankWeights } from '../../src/memory/rank/types.ts';
import type { Recalled } from '../../src/memory/types.ts';
import type { Confident } from '../confidence-measures.ts';
import { judge as judgeAnswer } from '../confidence-run.ts';
import type { Posed } from './answerable.ts';
import { minimise } from './lbfgs.ts';

/** How many of a ranking the model learns from: what a context considers. */
const DEPTH = 20;
const L2 = 1;
/** Inputs that may only raise the confidence: the better the score, the surer. */
const RISING = new Set(['margin', 'share']);

/** One question's ranking: what the model is given, and which of it is evidence. */
export interface Judged {
  source: string;
  file: string;
  answerable: boolean;
  weight: number;
  seqs: number[];
  inputs: ConfidenceInputs;
  isEvidence: boolean[];
  memory: Posed['memory'];
}

export function judge({ asked, memory, answerable, weight }: Posed, weights?: RankWeights): Judged {
  const { query, pool, corpus, evidence, file } = asked;
  const { found, inputs } = rankWithInputs(query, pool, corpus, { weights });
  const seqs = found.slice(0, DEPTH).map(({ seq }) => seq);
  return {
    source: asked.source,
    file,
    answerable,
    weight,
    seqs,
    inputs: { names: inputs.names, rows: inputs.rows.slice(0, DEPTH) },
    isEvidence: seqs.map((seq) => evidence.has(seq)),
    memory,
  };
}

/** A logistic regression, its inputs scaled to one size; whatever may only rise and would not is left out. */
export function fitConfidence(
  judged: readonly Judged[],
  skip: ReadonlySet<string> = new Set(),
): ConfidenceWeights {
  const names = judged.find(({ inputs }) => inputs.rows.length > 0)!.inputs.names;
  const width = names.length;
  const all = judged.flatMap(({ inputs, isEvidence, weight }) =>
    inputs.rows.map((row, i) => ({ row, wanted: isEvidence[i] ? 1 : 0, weight })),
  );
  const scale = names.map((name, j) => {
    const size = Math.sqrt(all.reduce((sum, { row }) => sum + row[j]! ** 2, 0) / all.length);
    return size > 0 && !skip.has(name) ? 1 / size : 0;
  });
  const rows = all.map((one) => ({ ...one, row: one.row.map((value, j) => value * scale[j]!) }));
  const found = minimise(
    (w, gradient) => {
      let loss = 0;
      gradient[width] = 0;
      for (let j = 0; j < width; j++) {
        loss += 0.5 * L2 * w[j]! ** 2;
        gradient[j] = L2 * w[j]!;
      }
      for (const { row, wanted, weight } of rows) {
        let odds = w[width]!;
        for (let j = 0; j < width; j++) odds += w[j]! * row[j]!;
        const p = 1 / (1 + Math.exp(-odds));
        loss -= weight * Math.log(Math.max(1e-300, wanted ? p : 1 - p));
        const push = weight * (p - wanted);
        for (let j = 0; j < width; j++) gradient[j]! += push * row[j]!;
        gradient[width]! += push;
      }
      return loss;
    },
    new Float64Array(width + 1),
    200,
  );
  const weights = Object.fromEntries(names.map((name, j) => [name, found[j]! * scale[j]!]));
  const falling = names.filter((name) => RISING.has(name) && weights[name]! < 0);
  if (falling.length > 0) return fitConfidence(judged, new Set([...skip, ...falling]));
  return { bias: found[width]!, weights };
}

/** One question's ranking as recall would answer with it. */
function answerOf({ inputs, seqs, memory }: Judged, confidence: ConfidenceWeights): Recalled[] {
  const confidences = confidencesOf(inputs, confidence);
  return seqs.map((seq, i) => {
    const { id, text, role, conversation, createdAt } = memory.messages[seq]!;
    const stored = { context_type: null, metadata: null, created_at: toISO(createdAt) };
    const message = { id, message_id: id, text, role, conversation_id: conversation, ...stored };
    return { ...message, score: 0, confidence: confidences[i]! };
  });
}

/** The question as evals/confidence-measures.ts measures it. */
export function outcomeOf(one: Judged, confidence: ConfidenceWeights, limits: Relevance): Promise<Confident> {
  const results = answerOf(one, confidence);
  const wanted = new Set(results.flatMap(({ id }, i) => (one.isEvidence[i] ? [id] : [])));
  return judgeAnswer({ results, mode: 'hybrid' }, wanted, one.answerable, limits);
}

/** What a context takes of one question's ranking while nothing is left out for being irrelevant. */
interface Told {
  answerable: boolean;
  weight: number;
  best: number;
  entries: { confidence: number; isEvidence: boolean; size: number }[];
}

async function tell(one: Judged, confidence: ConfidenceWeights): Promise<Told> {
  const results = answerOf(one, confidence);
  const isEvidence = new Map(results.map(({ id }, i) => [id, one.isEvidence[i]!]));
  const everything = { best: 0, each: 0 };
  const { recalled } = await buildContext(
    async () => ({ results, mode: 'hybrid' }),
    { query: '' },
    everything,
  );
  const entries = recalled.map(({ id, text, confidence: value }) => ({
    confidence: value!,
    isEvidence: isEvidence.get(id)!,
    size: text.length,
  }));
  return { answerable: one.answerable, weight: one.weight, best: results[0]?.confidence ?? 0, entries };
}

/** The share of what contexts would hold that stays in them at the limits: of evidence, and of what stands there in vain. */
export function shares(told: readonly Told[], { best, each }: Relevance): { kept: number; inVain: number } {
  const sums = { evidence: 0, kept: 0, vain: 0, left: 0 };
  for (const one of told) {
    for (const { confidence, isEvidence, size } of one.entries) {
      const stays = one.best >= best && confidence >= each;
      if (isEvidence) {
        sums.evidence += one.weight;
        if (stays) sums.kept += one.weight;
      } else if (!one.answerable) {
        sums.vain += one.weight * size;
        if (stays) sums.left += one.weight * size;
      }
    }
  }
  return { kept: sums.kept / Math.max(1, sums.evidence), inVain: sums.left / Math.max(1, sums.vain) };
}

/** The limits that leave out the most of what answers nothing, and keep this share of the evidence. */
export async function chooseRelevance(
  judged: readonly Judged[],
  confidence: ConfidenceWeights,
  keep = 0.975,
): Promise<Relevance> {
  const told: Told[] = [];
  for (const one of judged) told.push(await tell(one, confidence));
  const steps = Array.from({ length: 25 }, (_, i) => 0.001 * 1.2 ** i);
  let chosen: Relevance = { best: 0, each: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const each of [0, ...steps]) {
    for (const best of [0, ...steps]) {
      const { kept, inVain } = shares(told, { best, each });
      if (kept >= keep && inVain < least) [chosen, least] = [{ best, each }, inVain];
    }
  }
  return { best: round(chosen.best), each: round(chosen.each) };
}

const round = (value: number) => Number(value.toFixed(4));
