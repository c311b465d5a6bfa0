import { z } from 'zod';

/** Why an answer counts as bad, each a bit of `analytics_messages.reasons`. */
export const reasonBits = {
  /** The person said that it did not help. */
  rated_not_helpful: 1,
  /** The coach itself found nothing. */
  nothing_found: 2,
  /** The answer broke off. */
  broken_off: 4,
  /** What was asked could not be assessed. */
  not_assessed: 8,
  /** The playbook has no good piece, and the answer names nothing it rests on. */
  no_source: 16,
  /** Neither what was remembered nor the playbook fitted the question well. (32 is no reason: `noPieceBit`.) */
  low_confidence: 64,
} as const;
export type Reason = keyof typeof reasonBits;
export const reasons = Object.keys(reasonBits) as Reason[];

const anyReason = 31 | 64;
/** Beside the reasons: the playbook has no piece for the question. No fault of an answer by itself. */
export const noPieceBit = 32;
export const isBad = (bits: number): boolean => (bits & anyReason) !== 0;

/**
 * Memory's confidence is calibrated: below this, what it found is less likely than one time in four to bear on the question.
 * The playbook's fit is compared with what its search calls good.
 */
const leastConfidence = 0.25;
const leastFit = 0.5;
/** Kinds of answers of the offline engine that claim to tell something; small talk fits nothing and is no gap. */
const telling = new Set([undefined, 'advice', 'recall', 'nothing']);

/** What the coach keeps with an answer, as far as it tells how good it is. Metadata is the client's to write as well. */
const Reply = z.object({
  reply_to: z.string(),
  kind: z.string().optional().catch(undefined),
  partial: z.boolean().optional().catch(undefined),
  not_assessed: z.unknown().optional(),
  fit: z.object({ memory: z.number(), playbook: z.number() }).optional().catch(undefined),
  sources: z
    .array(z.object({ cited: z.boolean().optional() }))
    .optional()
    .catch(undefined),
});

/** The message_id of the question that a message answers, and what is wrong with the answer; null for no answer. */
export function judgeReply(
  metadata: unknown,
  rating: string | null,
): { question: string; judge(noPiece: boolean): number } | null {
  const reply = Reply.safeParse(metadata).data;
  if (!reply) return null;
  const judge = (noPiece: boolean): number => {
    if (rating === 'helpful') return 0;
    let bits = 0;
    if (rating === 'not_helpful') bits |= reasonBits.rated_not_helpful;
    if (reply.kind === 'nothing') bits |= reasonBits.nothing_found;
    if (reply.partial) bits |= reasonBits.broken_off;
    if (reply.not_assessed !== undefined && reply.not_assessed !== null && reply.not_assessed !== false)
      bits |= reasonBits.not_assessed;
    if (noPiece && reply.sources && !reply.sources.some(({ cited }) => cited)) bits |= reasonBits.no_source;
    const { fit } = reply;
    if (fit && telling.has(reply.kind) && fit.memory < leastConfidence && fit.playbook < leastFit)
      bits |= reasonBits.low_confidence;
    return bits;
  };
  return { question: reply.reply_to, judge };
}
