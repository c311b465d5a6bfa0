import path from 'node:path';
import { Command } from 'commander';
import type { Memory } from '../memory/index.ts';
import type { CheckedFile } from '../memory/transfer/index.ts';
import type { Store } from '../store/index.ts';
import { userId } from './arguments.ts';
import { Ended, exitStatus } from './failure.ts';
import { createProgress } from './progress.ts';
import { interruptible, withContext } from './run.ts';
import type { Terminal } from './terminal.ts';

const help = `
Files are JSON ({"id", "messages": [{"id", "conversation", "role", "text", "created_at"}]}) or JSON lines as export
writes them; a folder stands for all of them in it. Each file goes to --user, or else to the user it names (its id, or
the user it was exported for). A file is read to its end before anything of it is stored, and importing one again adds
nothing. Messages are searchable at once by keyword, and by meaning as soon as they are embedded.

Examples:
  $ interviewly import memories.ndjson
  $ interviewly import chats/ --user user_2abc`;

interface Options {
  user?: string;
  embed: boolean;
}

export function importCommand(terminal: Terminal): Command {
  return new Command('import')
    .description('store conversations from files')
    .argument('<files...>', 'files or folders')
    .option('-u, --user <id>', 'whose memory they become', userId)
    .option('--no-embed', 'leave the embedding to a running server')
    .addHelpText('after', help)
    .action(async (paths: string[], options: Options) => {
      const files = await checkedFiles(terminal, paths, options);
      await interruptible((signal) =>
        withContext(terminal, async ({ store, memory }) => {
          await storeAll(terminal, { store, memory }, files, options, signal);
          if (!options.embed) return;
          const { drainQueue } = await import('./drain.ts');
          // Stored is what was asked for: other settings than the server's are no reason to embed everything anew.
          await drainQueue(terminal, memory, { signal, changeOver: false });
        }),
      );
    });
}

/** All of them, before the first one is stored: a mistake in the last file stops the first one too. */
async function checkedFiles(terminal: Terminal, paths: string[], { user }: Options): Promise<CheckedFile[]> {
  const { checkFile, findFiles } = await import('../memory/transfer/index.ts');
  const checked: CheckedFile[] = [];
  for (const file of await findFiles(paths, terminal.cwd)) {
    const result = await checkFile(file);
    const owner = user ?? result.user;
    if (result.problems.length === 0 && (owner === undefined || owner.length > 255)) {
      const problem =
        owner === undefined
          ? 'names no user: say whose it is with --user'
          : 'names a user id that is too long';
      result.problems.push({ file, problem });
    }
    checked.push(result);
  }
  const problems = checked.flatMap((result) => result.problems);
  if (problems.length === 0) return checked;
  for (const { file, line, problem } of problems.slice(0, shownProblems)) {
    terminal.stderr.write(`interviewly: ${shown(terminal, file)}${line ? `:${line}` : ''}: ${problem}\n`);
  }
  if (problems.length > shownProblems)
    terminal.stderr.write('interviewly: there are more problems than these.\n');
  throw new Ended(exitStatus.failed);
}

const shownProblems = 20;

/** As short as the person may have written it. */
function shown({ cwd }: Terminal, file: string): string {
  const relative = path.relative(cwd, file);
  return relative.startsWith('..') ? file : relative;
}

async function storeAll(
  terminal: Terminal,
  parts: { store: Store; memory: Memory },
  files: CheckedFile[],
  options: Options,
  signal: AbortSignal,
): Promise<void> {
  const { importFile } = await import('../memory/transfer/index.ts');
  for (const checked of files) {
    const user = options.user ?? checked.user!;
    const name = shown(terminal, checked.file);
    const progress = await createProgress(terminal, `storing ${name}`);
    try {
      const { created, known } = await importFile(parts, checked, {
        user,
        signal,
        onProgress: ({ done, total }) => progress.update(done, total),
      });
      progress.stop();
      terminal.stdout.write(`${name}: ${created} new, ${known} there already (user ${user})\n`);
    } catch (error) {
      progress.stop();
      if (!signal.aborted) throw error;
      terminal.stderr.write(
        'interrupted: what was stored is complete; the same command goes on from here.\n',
      );
      throw new Ended(exitStatus.interrupted);
    }
  }
}
