import { Command } from 'commander';
import type { Job } from '../../features/jobs/index.ts';
import { userId } from '../arguments.ts';
import { oneLine, type Terminal } from '../terminal.ts';
import { textOf } from './given.ts';
import { run } from './run.ts';

interface Options {
  user: string;
  json?: boolean;
}

const help = `
Examples:
  $ interviewly job add https://example.com/jobs/backend-engineer --user me
  $ interviewly job add posting.txt --user me
  $ interviewly job list --user me`;

export function jobCommand(terminal: Terminal): Command {
  const command = new Command('job').description('save job postings');
  command
    .command('add')
    .description('save a posting; the same one again changes nothing')
    .argument('<address or file>', 'where it is on the web, a text or HTML file, or - for standard input')
    .requiredOption('-u, --user <id>', 'who saves it', userId)
    .option('--json', 'the posting as JSON')
    .action((given: string, options: Options) =>
      run(terminal, async (context, signal) => {
        const { saveJob } = await import('../../features/jobs/index.ts');
        const input = /^https?:\/\//i.test(given) ? { url: given } : await fromFile(terminal, given);
        const { job, created } = await saveJob(context, options.user, input, signal);
        if (options.json) return `${JSON.stringify(job, null, 2)}\n`;
        const warnings = job.warnings.map(({ message }) => `  ! ${oneLine(message)}\n`).join('');
        return `${created ? 'saved' : 'known already'}: ${line(job)}${warnings}`;
      }),
    );
  command
    .command('list')
    .description('list the saved postings, the newest first')
    .requiredOption('-u, --user <id>', 'whose postings', userId)
    .action((options: Options) =>
      run(terminal, async ({ store, clock }) => {
        const { listJobs } = await import('../../features/jobs/index.ts');
        const { identitiesOf } = await import('../../features/account/index.ts');
        const { jobs } = await store.read(async (db) =>
          listJobs(db, await identitiesOf(db, options.user), { limit: 100 }, clock.now()),
        );
        return jobs.length === 0 ? 'no posting yet: interviewly job add ADDRESS\n' : jobs.map(line).join('');
      }),
    );
  return command.addHelpText('after', help);
}

async function fromFile(terminal: Terminal, file: string): Promise<{ html: string } | { text: string }> {
  const text = await textOf(terminal, file);
  return /^\s*(<!doctype html|<html\b|<head\b|<body\b)/i.test(text) ? { html: text } : { text };
}

function line({ id, title, company_name, location, expired }: Job): string {
  const name = [title ?? 'without a title', company_name, location].filter(Boolean).join(', ');
  return `${id}  ${oneLine(name)}${expired ? ' (expired)' : ''}\n`;
}
