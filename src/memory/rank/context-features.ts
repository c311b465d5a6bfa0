import { tableOf } from './columns.ts';
import { highestOf } from './highest.ts';
import type { LocalFeatures } from './local-features.ts';
import { answers, link, type Said } from './sides.ts';
import type { Candidate } from './types.ts';

export interface ContextFeatures {
  names: readonly string[];
  rows: Float64Array[];
}

/** The scale of local scores is what the fit made it; this keeps the context on one that doesn't depend on the pool. */
function relative(scores: readonly number[]): number[] {
  const best = highestOf(scores, 100);
  if (best.length < 2) return scores.map(() => 0);
  const mean = best.reduce((a, b) => a + b, 0) / best.length;
  const sd = Math.sqrt(best.reduce((a, b) => a + (b - mean) ** 2, 0) / best.length) || 1;
  return scores.map((s) => Math.min(6, Math.max(-3, (s - mean) / sd)));
}

const contextTable = tableOf();

/**
 * The features that messages have by their neighbours, their conversation and the pool's best. `raw`: the local score of
 * each of the pool.
 */
export function contextFeatures(
  local: LocalFeatures,
  pool: readonly Candidate[],
  raw: readonly number[],
): ContextFeatures {
  const scores = relative(raw);
  const at = new Map(pool.map((c, i) => [c.seq, i]));
  const total = local.terms.reduce((a, t) => a + t.weight, 0) || 1;
  const FLOOR = -2;
  const step = (i: number, by: 'previous' | 'next') => {
    const seq = pool[i]![by];
    return seq === undefined ? undefined : at.get(seq);
  };
  const said: Said[] = pool.map((candidate, i) => ({ candidate, reading: local.readings[i]! }));
  const linked = (i: number, j: number | undefined) =>
    j === undefined ? 0 : link(said[i]!, said[j]!, local.sides);
  // A neighbour that says little of this message fades into none at all.
  const scoreAt = (j: number | undefined, tie: number) =>
    FLOOR + (j === undefined ? 0 : tie * (scores[j]! - FLOOR));

  // Each message's share of its conversation's and of the whole pool's probability.
  const top = Math.max(...raw);
  const odds = raw.map((s) => Math.exp(s - top));
  const sumOdds = odds.reduce((a, b) => a + b, 0) || 1;
  const byConversation = new Map<string | number, number[]>();
  pool.forEach((c, i) => {
    // A note of no conversation stands alone.
    const key = c.conversation ?? i;
    const list = byConversation.get(key);
    if (list) list.push(i);
    else byConversation.set(key, [i]);
  });
  const session = new Map<string | number, { best: number; odds: number }>();
  for (const [key, members] of byConversation) {
    const of = { best: Number.NEGATIVE_INFINITY, odds: 0 };
    for (const i of members) {
      of.best = Math.max(of.best, scores[i]!);
      of.odds += odds[i]!;
    }
    of.odds /= sumOdds;
    session.set(key, of);
  }

  const { put, end, finish } = contextTable(pool.length);
  pool.forEach((c, i) => {
    const before = step(i, 'previous');
    const after = step(i, 'next');
    const before2 = before === undefined ? undefined : step(before, 'previous');
    const after2 = after === undefined ? undefined : step(after, 'next');
    const linkedTwo = (j: number | undefined, k: number | undefined) => (j === undefined ? 0 : linked(j, k));
    const own = scores[i]!;
    const tieBefore = linked(i, before);
    const tieAfter = linked(i, after);
    const sBefore = scoreAt(before, tieBefore);
    const sAfter = scoreAt(after, tieAfter);
    const asked = before !== undefined && answers(said[before]!, said[i]!, local.sides) ? 1 : 0;
    const answered = after !== undefined && answers(said[i]!, said[after]!, local.sides) ? 1 : 0;
    const cover = (j: number | undefined, tie: number) => {
      if (j === undefined) return 0;
      let sum = 0;
      for (const [hash] of pool[j]!.termFrequencies)
        if (!pool[i]!.termFrequencies.has(hash)) sum += local.weights.get(hash) ?? 0;
      return (tie * sum) / total;
    };
    const mine = session.get(c.conversation ?? i)!;
    put('betterSide', Math.max(sBefore, sAfter));
    put('answers', asked * Math.max(0, sBefore));
    put('answered', answered * Math.max(0, sAfter));
    put(
      'wide',
      Math.max(
        scoreAt(before2, Math.min(tieBefore, linkedTwo(before, before2))),
        scoreAt(after2, Math.min(tieAfter, linkedTwo(after, after2))),
      ),
    );
    const beforeAdds = cover(before, tieBefore);
    put('beforeAdds', beforeAdds);
    put('afterAdds', cover(after, tieAfter));
    put('answersAdds', asked * beforeAdds);
    put('sessionOdds', mine.odds - odds[i]! / sumOdds);
    put('bestOfSession', own >= mine.best ? 1 : 0);
    put('opens', c.conversation !== null && before === undefined ? 1 : 0);
    put('own', own);
    put('ownHigh', Math.max(0, own - 2));
    // A reply to what fits, above all where the question is what the assistant said.
    const reply = local.sides.asymmetry * (c.role === 'assistant' ? 1 : 0) * Math.max(0, sBefore);
    put('sandwiched', reply);
    put('sandwichedTheirs', local.question.ofAssistant ? reply : 0);
    end();
  });
  return finish();
}
