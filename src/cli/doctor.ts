import { Command } from 'commander';
import type { Check } from '../doctor/index.ts';
import { Ended, exitStatus } from './failure.ts';
import { hasColours, oneLine, type Terminal } from './terminal.ts';

const help = `
Nothing is created or changed, and no secret is printed. Exit status 1 where there is a problem.

Examples:
  $ interviewly doctor
  $ interviewly doctor --online --json`;

export function doctorCommand(terminal: Terminal): Command {
  return new Command('doctor')
    .description('check the settings, the database and the engines, and say what to do')
    .option('--online', 'also try the key of the chat provider, with a call of a few tokens')
    .option('--json', 'the checks as JSON')
    .addHelpText('after', help)
    .action(async (options: { online?: boolean; json?: boolean }) => {
      const { examine } = await import('../doctor/index.ts');
      const checks: Check[] = [];
      for await (const check of examine({ ...terminal, online: options.online === true })) {
        checks.push(check);
        if (!options.json) terminal.stdout.write(line(terminal, check));
      }
      const count = (status: Check['status']) => checks.filter((check) => check.status === status).length;
      const problems = count('problem');
      if (options.json) {
        terminal.stdout.write(`${JSON.stringify({ ok: problems === 0, checks }, null, 2)}\n`);
      } else terminal.stdout.write(`${problems} problems, ${count('warning')} warnings\n`);
      if (problems > 0) throw new Ended(exitStatus.failed);
    });
}

const colours = { ok: 32, warning: 33, problem: 31 } as const;

function line(terminal: Terminal, { name, status, message, remedy }: Check): string {
  const mark = status.padEnd(7);
  const shown = hasColours(terminal) ? `\x1b[${colours[status]}m${mark}\x1b[0m` : mark;
  const action = remedy ? `. ${oneLine(remedy)}` : '';
  return `${shown}  ${name.padEnd(18)}  ${oneLine(message).replace(/\.$/, '')}${action}\n`;
}
