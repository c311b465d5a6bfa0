import { EmbeddingUnavailable } from '../ai/index.ts';
import type { Memory } from '../memory/index.ts';
import { Ended, exitStatus } from './failure.ts';
import { createProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

/**
 * Embeds what is waiting and shows how far it is. False where the engine cannot do it now: that is said, and the rest
 * stays queued.
 */
export async function drainQueue(
  terminal: Terminal,
  memory: Memory,
  options: { signal: AbortSignal; changeOver: boolean },
): Promise<boolean> {
  const { signal } = options;
  const progress = await createProgress(terminal, 'embedding');
  let total = 0;
  let left = 0;
  try {
    await memory.queue.drain({
      ...options,
      onProgress(remaining) {
        total = Math.max(total, remaining);
        left = remaining;
        progress.update(total - remaining, total);
      },
    });
    progress.stop();
  } catch (error) {
    progress.stop();
    const remains = `${left} messages wait for their embedding; a server, «interviewly embed» or the next import goes on`;
    if (signal.aborted) {
      terminal.stderr.write(`interrupted: ${remains}.\n`);
      throw new Ended(exitStatus.interrupted);
    }
    if (!(error instanceof EmbeddingUnavailable)) throw error;
    terminal.stderr.write(`${left > 0 ? remains : 'nothing was embedded'}: ${error.message}\n`);
    return false;
  }
  if (total > left) terminal.stdout.write(`${total - left} messages embedded\n`);
  if (left > 0) {
    terminal.stderr.write(
      `${left} messages cannot be embedded, as this database has no vector search; keywords find them.\n`,
    );
  }
  const { set_aside_count } = await memory.queue.status();
  if (set_aside_count > 0) {
    terminal.stderr.write(
      `${set_aside_count} messages were set aside; «interviewly embed --status» says why.\n`,
    );
  }
  return true;
}
