import type { LanguageModelMiddleware } from 'ai';

/**
 * Makes a stream whose connection broke, or that fell silent, end like one that the provider itself ended
 * with an error: with an `error` part and a `finish` part. Without this the SDK throws into whoever reads the
 * stream, and a UI message stream dies without a word to the browser. What the caller aborted is left to the
 * SDK.
 */
export const reportBrokenStreams: LanguageModelMiddleware = {
  specificationVersion: 'v4',
  async wrapStream({ doStream, params }) {
    const result = await doStream();
    const reader = result.stream.getReader();
    const stream: typeof result.stream = new ReadableStream({
      async pull(out) {
        try {
          const { done, value } = await reader.read();
          if (done) out.close();
          else out.enqueue(value);
        } catch (error) {
          if (params.abortSignal?.aborted) throw error;
          out.enqueue({ type: 'error', error });
          out.enqueue({
            type: 'finish',
            finishReason: { unified: 'error', raw: undefined },
            usage: UNKNOWN_USAGE,
          });
          out.close();
        }
      },
      cancel: (reason) => reader.cancel(reason),
    });
    return { ...result, stream };
  },
};

const UNKNOWN_USAGE = {
  inputTokens: { total: undefined, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: undefined, text: undefined, reasoning: undefined },
};
