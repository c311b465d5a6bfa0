import { Command, Option } from 'commander';
import { userId } from '../arguments.ts';
import { oneLine, type Terminal } from '../terminal.ts';
import { newestCv } from './cv.ts';
import { deps, run } from './run.ts';

interface Options {
  user: string;
  job: string;
  cv?: string;
  tone?: 'formal' | 'smart' | 'professional' | 'friendly';
  instructions?: string;
  json?: boolean;
}

const help = `
Without a language model the letter is a draft put together from what the CV proves; what stands in brackets is yours
to write. Every letter is kept, with all its versions.

Example:
  $ interviewly letter --job 0198... --tone friendly --user me`;

export function letterCommand(terminal: Terminal): Command {
  return new Command('letter')
    .description('write a cover letter for a saved posting')
    .requiredOption('-u, --user <id>', 'whose letter', userId)
    .requiredOption('--job <id>', 'of the posting')
    .option('--cv <id>', 'of the CV; the newest unless one is named')
    .addOption(
      new Option('--tone <tone>', 'how it sounds').choices(['formal', 'smart', 'professional', 'friendly']),
    )
    .option('--instructions <text>', 'wishes, for a language model')
    .option('--json', 'the letter with its evidence as JSON')
    .addHelpText('after', help)
    .action((options: Options) =>
      run(terminal, async (context, signal) => {
        const { createLetter } = await import('../../features/letters/index.ts');
        const cv_id = options.cv ?? (await newestCv(context, options.user));
        const { user, job, tone, instructions } = options;
        const letter = await createLetter(
          deps(context),
          user,
          { cv_id, job_id: job, tone, instructions },
          signal,
        );
        if (options.json) return `${JSON.stringify(letter, null, 2)}\n`;
        for (const { message } of letter.warnings) terminal.stderr.write(`! ${oneLine(message)}\n`);
        return `${letter.text.trim()}\n\n(letter ${letter.letter_id}, version ${letter.version}, by ${letter.engine})\n`;
      }),
    );
}
