import type { ServerResponse } from 'node:http';

/**
 * Aborts when the client went away before it had its answer. (Fastify's `request.signal` will not do: Node emits
 * `close` on a request as soon as its body was read, so that signal is aborted in every POST that takes a while.)
 */
export function clientGone(reply: { raw: ServerResponse }): AbortSignal {
  const controller = new AbortController();
  const { raw } = reply;
  if (raw.destroyed && !raw.writableFinished) controller.abort();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
