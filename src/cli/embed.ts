import { Command } from 'commander';
import type { EmbeddingProgress, QueueStatus } from '../memory/types.ts';
import { Ended, exitStatus } from './failure.ts';
import { interruptible, withContext } from './run.ts';
import { oneLine, type Terminal } from './terminal.ts';

const examples = `
A running server does this by itself. After a change of EMBEDDING_MODEL a server's start, or this command, embeds
everything again; until that is done, what has no vector yet is found by keyword, and vectors of two models are never
compared. But for eval --database, other commands change nothing over.

Messages that an embedding engine refuses are set aside after some attempts: kept, found by keyword, not tried again
on their own until another model is chosen.

Examples:
  $ interviewly embed --status
  $ interviewly embed --retry`;

export function embedCommand(terminal: Terminal): Command {
  return new Command('embed')
    .description('embed the messages that wait for it, or show how far that is')
    .option('--status', 'show how far it is, and embed nothing')
    .option('--retry', 'give those that were set aside another chance')
    .option('--json', 'the status as JSON')
    .addHelpText('after', examples)
    .action(async (options: { status?: boolean; retry?: boolean; json?: boolean }) => {
      await interruptible((signal) =>
        withContext(terminal, async ({ memory }) => {
          if (options.retry) {
            const retried = await memory.queue.retrySetAside();
            if (!options.json) terminal.stdout.write(`${retried} messages get another chance\n`);
          }
          let done = true;
          if (!options.status) {
            const { drainQueue } = await import('./drain.ts');
            // Its report is for people: with --json it would stand in the way.
            const shown = options.json ? { ...terminal, stdout: terminal.stderr } : terminal;
            done = await drainQueue(shown, memory, { signal, changeOver: true });
          }
          const { set_aside: failures } = await memory.queue.status();
          const progress = await memory.progress(null);
          if (options.json) {
            terminal.stdout.write(`${JSON.stringify({ ...progress, failures }, null, 2)}\n`);
          } else {
            terminal.stdout.write(listing(progress, failures));
          }
          if (!done) throw new Ended(exitStatus.failed);
        }),
      );
    });
}

function listing(progress: EmbeddingProgress, failures: QueueStatus['set_aside']): string {
  const more = progress.set_aside - failures.length;
  const lines = [
    summary(progress),
    ...failures.map(({ id, error, attempts }) => `  ${id}  ${attempts} attempts: ${oneLine(error)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function summary({
  engine,
  vector_search,
  messages,
  embedded,
  pending,
  set_aside,
}: EmbeddingProgress): string {
  if (!vector_search) return `${messages} messages, found by keyword: the database has no vectors`;
  const share = messages === 0 ? 100 : Math.floor((100 * embedded) / messages);
  return `${embedded} of ${messages} messages embedded by ${engine} (${share}%), ${pending} waiting, ${set_aside} set aside`;
}
