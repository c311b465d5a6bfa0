import { Command } from 'commander';
import { interruptible, withContext } from './run.ts';
import { oneLine, type Terminal } from './terminal.ts';

const examples = `
Messages that an embedding engine refuses are set aside after some attempts: kept, found by keyword, not tried again
on their own.

Examples:
  $ interviewly queue
  $ interviewly queue --retry --work`;

export function queueCommand(terminal: Terminal): Command {
  return new Command('queue')
    .description('show the messages that wait for their embedding')
    .option('--retry', 'give those that were set aside another chance')
    .option('--work', 'embed what is waiting, here and now')
    .option('--json', 'the status as JSON')
    .addHelpText('after', examples)
    .action(async (options: { retry?: boolean; work?: boolean; json?: boolean }) => {
      await interruptible((signal) =>
        withContext(terminal, async ({ memory }) => {
          if (options.retry) {
            const retried = await memory.queue.retrySetAside();
            if (!options.json) terminal.stdout.write(`${retried} messages get another chance\n`);
          }
          if (options.work) {
            const { drainQueue } = await import('./drain.ts');
            // Its report is for people: with --json it would stand in the way.
            await drainQueue(
              options.json ? { ...terminal, stdout: terminal.stderr } : terminal,
              memory,
              signal,
            );
          }
          const status = await memory.queue.status();
          if (options.json) {
            terminal.stdout.write(`${JSON.stringify(status, null, 2)}\n`);
            return;
          }
          terminal.stdout.write(`${status.pending} waiting, ${status.set_aside_count} set aside\n`);
          for (const { id, error, attempts } of status.set_aside) {
            terminal.stdout.write(`  ${id}  ${attempts} attempts: ${oneLine(error)}\n`);
          }
          const more = status.set_aside_count - status.set_aside.length;
          if (more > 0) terminal.stdout.write(`  and ${more} more\n`);
        }),
      );
    });
}
