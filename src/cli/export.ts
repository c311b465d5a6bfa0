import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { AppError } from '../kernel/errors.ts';
import { userId } from './arguments.ts';
import { assertKnownUser } from './known-user.ts';
import { withContext } from './run.ts';
import type { Terminal } from './terminal.ts';

const examples = `
Example:
  $ interviewly export --user user_2abc --output memories.ndjson
  $ interviewly import memories.ndjson`;

export function exportCommand(terminal: Terminal): Command {
  return new Command('export')
    .description('write everything a user said as JSON lines, which import reads back')
    .requiredOption('-u, --user <id>', 'whose memory', userId)
    .option('-o, --output <file>', 'a file instead of standard output')
    .addHelpText('after', examples)
    .action(async ({ user, output }: { user: string; output?: string }) => {
      await withContext(terminal, async ({ store, memory, clock }) => {
        await assertKnownUser(store, user);
        const { exportLines } = await import('../memory/transfer/index.ts');
        const lines = Readable.from(exportLines(memory, user, clock));
        if (output === undefined) await pipeline(lines, terminal.stdout, { end: false });
        else await writeWhole(lines, path.resolve(terminal.cwd, output));
      });
    });
}

/** Under another name until it is complete: an export that broke off must not look like one. */
async function writeWhole(lines: Readable, file: string): Promise<void> {
  const partial = `${file}.${process.pid}.partial`;
  try {
    // Readable by its owner only: it holds everything a person said.
    await pipeline(lines, createWriteStream(partial, { mode: 0o600 }));
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {});
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (!syscall) throw error;
    throw new AppError('output_failed', {
      status: 500,
      title: 'The file cannot be written',
      detail: `${file} cannot be written (${code}).`,
      remedy: 'Name a file in a folder you may write to.',
    });
  }
}
