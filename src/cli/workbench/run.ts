import type { Context } from '../../context.ts';
import { interruptible, withContext } from '../run.ts';
import { printable, type Terminal } from '../terminal.ts';

/** The parts that features work with, under the names they have for them. */
export function deps(context: Context) {
  return { ...context, config: context.config.chat };
}

/** Does the work and prints what it returns. Ctrl-C gives up what it waits for. */
export function run(
  terminal: Terminal,
  work: (context: Context, signal: AbortSignal) => Promise<string>,
): Promise<void> {
  return interruptible((signal) =>
    withContext(terminal, async (context) => {
      terminal.stdout.write(printable(await work(context, signal)));
    }),
  );
}
