import { estimateTokens } from '../../../ai/index.ts';
import { analyzeQuery } from '../../../memory/index.ts';
import type { SummaryPoint } from './read.ts';

/** «At the beginning», but not of an interview or a letter. */
const BEGINNING =
  /\b(?:(?:at|in|from|since) the (?:very )?(?:beginning|start|outset)(?! of (?!(?:our|this|the) (?:conversation|chat|talk)))|when we (?:started|began)(?: (?:talking|this|our)\b|[?.,!]|$)|(?:the )?(?:very )?first (?:thing|message|question)(?= (?:that )?(?:i|we|you)\b)|first (?:talked|spoke))/i;
/** Somebody said it, here. */
const SAID =
  /\b(?:(?:we|i|you) (?:first |originally )?(?:said|talked|spoke|asked|told|mentioned|discussed|agreed|wrote|started|began|named|wanted|planned|decided)|did (?:we|i|you)|(?:was|were) (?:the|my|our|your|we))\b/i;

/** «As we said at the beginning»: then it is the first that counts. */
export const asksForBeginning = (message: string): boolean =>
  message.length <= 500 && BEGINNING.test(message) && SAID.test(message);

/** Of these points the first are always told, and as many of the last. */
const ENDS = 2;

/**
 * The points that a message may be about, within a budget of tokens, in the order of the conversation: what it names, the
 * first and the last. Dated, with the ids of the messages they stand on.
 */
export function pointsForPrompt(points: readonly SummaryPoint[], message: string, budget: number): string {
  const wanted = new Map(analyzeQuery(message).terms.map(({ term, weight }) => [term, weight]));
  const fromStart = asksForBeginning(message);
  const scored = points.map((point, at) => {
    const terms = new Set(analyzeQuery(point.text).terms.map(({ term }) => term));
    let score = 0;
    for (const [term, weight] of wanted) if (terms.has(term)) score += weight;
    if (at < ENDS || at >= points.length - ENDS) score += 0.5;
    if (fromStart) score += 2 / (1 + at);
    return { point, at, score };
  });
  scored.sort((a, b) => b.score - a.score || b.at - a.at);
  let left = budget;
  const told: { line: string; at: number }[] = [];
  for (const { point, at } of scored) {
    const line = lineOf(point);
    const cost = estimateTokens(line) + 1;
    if (cost > left) continue;
    left -= cost;
    told.push({ line, at });
  }
  return told
    .sort((a, b) => a.at - b.at)
    .map(({ line }) => line)
    .join('\n');
}

function lineOf({ text, from, to, message_ids }: SummaryPoint): string {
  const [first, last] = [from.slice(0, 10), to.slice(0, 10)];
  const when = first === last ? first : `${first} to ${last}`;
  return `- [${when}; messages ${message_ids.join(', ')}] ${text}`;
}
