import { AppError } from '../../kernel/errors.ts';
import { diagnose, type Fault } from '../failure.ts';
import { CHAT_KEY_VARIABLE } from '../key-variables.ts';

/** Seconds to wait where the provider did not say. */
const DEFAULT_RETRY_AFTER = 5;

/**
 * A failed call to a chat model, as a caller may see it:
 * - 503 `llm_unavailable`, with `retryAfter` in seconds: over a limit, overloaded, unreachable, silent
 * - 502 `llm_failed`: a key or model that is wrong, an input that is refused, an answer that cannot be used
 *
 * An `AppError` is returned as it is. Prompts, answers and keys appear neither in the detail nor as the
 * cause.
 */
export function providerFailure(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const fault = diagnose(error);
  const detail = `The language model provider ${fault.what}.`;
  if (fault.kind === 'busy' || fault.kind === 'down') {
    const retryAfter = Math.max(1, Math.ceil((fault.retryAfterMs ?? DEFAULT_RETRY_AFTER * 1000) / 1000));
    return new AppError('llm_unavailable', {
      status: 503,
      title: 'The language model is not available',
      detail,
      retryAfter,
    });
  }
  return new AppError('llm_failed', {
    status: 502,
    title: 'The language model gave no usable answer',
    ...explained(detail, fault),
    // An error that is not the provider's is most likely our own, and worth its stack in the log.
    cause: fault.kind === 'unknown' ? error : undefined,
  });
}

function explained(detail: string, fault: Fault): { detail: string; remedy?: string } {
  switch (fault.kind) {
    case 'key': {
      const variable = keyVariable(fault.path);
      return {
        detail: `${detail} The key in ${variable} is not accepted, or may not use this model.`,
        remedy: `Set ${variable} to a valid key and restart.`,
      };
    }
    case 'setup':
      return { detail, remedy: 'Check LLM_MODEL, LLM_BASE_URL and LLM_TEMPERATURE.' };
    default:
      return { detail };
  }
}

/** Each provider is called on a path of its own, whatever host stands in front of it. */
function keyVariable(path = ''): string {
  if (path.endsWith('/messages')) return CHAT_KEY_VARIABLE.anthropic;
  return path.endsWith('/responses') ? CHAT_KEY_VARIABLE.openai : CHAT_KEY_VARIABLE.compatible;
}
