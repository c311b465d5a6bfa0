import { ProviderSilence } from '../failure.ts';

/**
 * `fetch` that gives a call up with `ProviderSilence` when nothing arrives for `silentMs`, be it the head of
 * the answer or the next piece of its body. A long answer may take as long as it likes while it keeps coming.
 * Time in which nobody reads does not count.
 */
export function fetchWithSilenceLimit(silentMs: number, baseFetch: typeof fetch = fetch): typeof fetch {
  return async (input, init) => {
    const controller = new AbortController();
    const patience = <T>(waiting: Promise<T>) => {
      const timer = setTimeout(() => controller.abort(new ProviderSilence(silentMs)), silentMs);
      return waiting.finally(() => clearTimeout(timer));
    };
    const signal = init?.signal ? AbortSignal.any([init.signal, controller.signal]) : controller.signal;
    const response = await patience(baseFetch(input, { ...init, signal }));
    if (!response.body) return response;
    const reader = response.body.getReader();
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        async pull(out) {
          const { done, value } = await patience(reader.read());
          if (done) out.close();
          else out.enqueue(value);
        },
        cancel: (reason) => reader.cancel(reason),
      },
      { highWaterMark: 0 },
    );
    return new Response(body, response);
  };
}
