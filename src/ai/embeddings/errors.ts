import { EmbeddingRejected, EmbeddingUnavailable } from '../embedding.ts';
import { diagnose } from '../failure.ts';

/** What an operator must mend is worth another look only after a while, in ms. */
export const MENDED_BY_HAND_MS = 60_000;

/**
 * A failure of a provider of embeddings as the queue understands it. Only an input that is refused is set
 * aside; a wrong key or a wrong model name is the operator's to mend, so the work stays queued. The original
 * error is not kept as the cause: it carries the texts and the headers of the request.
 */
export function embeddingFailure(
  error: unknown,
  names: { provider: string; keyVariable: string; model: string },
): EmbeddingRejected | EmbeddingUnavailable {
  if (error instanceof EmbeddingRejected || error instanceof EmbeddingUnavailable) return error;
  const fault = diagnose(error);
  const said = `${names.provider} ${fault.what}`;
  switch (fault.kind) {
    case 'refused':
      return new EmbeddingRejected(said);
    case 'key':
      return new EmbeddingUnavailable(`${said}: check ${names.keyVariable}`, {
        retryAfterMs: MENDED_BY_HAND_MS,
      });
    case 'setup':
      return new EmbeddingUnavailable(
        `${said}: check EMBEDDING_MODEL (${names.model}) and EMBEDDING_BASE_URL`,
        {
          retryAfterMs: MENDED_BY_HAND_MS,
        },
      );
    default:
      return new EmbeddingUnavailable(said, { retryAfterMs: fault.retryAfterMs });
  }
}
