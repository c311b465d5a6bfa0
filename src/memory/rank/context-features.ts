import type { LocalFeatures } from './local-features.ts';
import { resemblance } from './resemblance.ts';
import type { Candidate } from './types.ts';

export interface ContextFeatures {
  names: readonly string[];
  rows: Float64Array[];
}

/** The scale of local scores is what the fit made it; this keeps the context on one that doesn't depend on the pool. */
function relative(scores: readonly number[]): number[] {
  const best = [...scores].sort((a, b) => b - a).slice(0, 100);
  if (best.length < 2) return scores.map(() => 0);
  const mean = best.reduce((a, b) => a + b, 0) / best.length;
  const sd = Math.sqrt(best.reduce((a, b) => a + (b - mean) ** 2, 0) / best.length) || 1;
  return scores.map((s) => Math.min(6, Math.max(-3, (s - mean) / sd)));
}

/** The features a message has by its neighbours, its conversation and the pool's best. */
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
  const scoreAt = (i: number | undefined) => (i === undefined ? FLOOR : scores[i]!);

  const alike = resemblance(local.readings, scores);

  // Each message's share of its conversation's and of the whole pool's probability.
  const top = Math.max(...raw);
  const odds = raw.map((s) => Math.exp(s - top));
  const sumOdds = odds.reduce((a, b) => a + b, 0) || 1;
  const byConversation = new Map<string, number[]>();
  pool.forEach((c, i) => {
    const key = c.conversation ?? '';
    const list = byConversation.get(key);
    if (list) list.push(i);
    else byConversation.set(key, [i]);
  });
  const session = new Map<string, { sorted: number[]; odds: number }>();
  for (const [key, members] of byConversation) {
    session.set(key, {
      sorted: members.map((i) => scores[i]!).sort((a, b) => b - a),
      odds: members.reduce((a, i) => a + odds[i]!, 0) / sumOdds,
    });
  }

  const rows: Record<string, number>[] = pool.map((c, i) => {
    const before = step(i, 'previous');
    const after = step(i, 'next');
    const before2 = before === undefined ? undefined : step(before, 'previous');
    const after2 = after === undefined ? undefined : step(after, 'next');
    const own = scores[i]!;
    const sBefore = scoreAt(before);
    const sAfter = scoreAt(after);
    const asked = before !== undefined && local.readings[before]!.endsAsking ? 1 : 0;
    const cover = (j: number | undefined) => {
      if (j === undefined) return 0;
      let sum = 0;
      local.terms.forEach((t, k) => {
        if (local.holds[j]![k] && !local.holds[i]![k]) sum += t.weight;
      });
      return sum / total;
    };
    // The conversation's best others.
    const mine = session.get(c.conversation ?? '')!;
    const others = [...mine.sorted];
    others.splice(others.indexOf(own), 1);
    const top3 = [0, 1, 2].map((k) => others[k] ?? FLOOR);
    return {
      before: sBefore,
      beforeHigh: Math.max(0, sBefore - 1),
      after: sAfter,
      afterHigh: Math.max(0, sAfter - 1),
      betterSide: Math.max(sBefore, sAfter),
      answers: asked * Math.max(0, sBefore),
      answered: local.readings[i]!.endsAsking ? Math.max(0, sAfter) : 0,
      wide: Math.max(scoreAt(before2), scoreAt(after2)),
      resembles: alike[i]!,
      resemblesOwn: alike[i]! * Math.max(0, own),
      beforeAdds: cover(before),
      afterAdds: cover(after),
      answersAdds: asked * cover(before),
      session1: top3[0]!,
      session3: (top3[0]! + top3[1]! + top3[2]!) / 3,
      sessionOdds: mine.odds - odds[i]! / sumOdds,
      bestOfSession: own >= mine.sorted[0]! ? 1 : 0,
      opens: before === undefined ? 1 : 0,
      own,
      ownHigh: Math.max(0, own - 2),
      beforeTimesOwn: Math.max(0, sBefore) * Math.max(0, own),
      afterTimesOwn: Math.max(0, sAfter) * Math.max(0, own),
      sandwiched: local.asymmetry * (c.role === 'assistant' ? 1 : 0) * Math.max(0, sBefore),
    };
  });
  const names = Object.keys(rows[0] ?? {});
  return { names, rows: rows.map((row) => Float64Array.from(Object.values(row))) };
}
