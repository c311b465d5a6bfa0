import { Command } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { chatCommand } from './chat.ts';
import { doctorCommand } from './doctor.ts';
import { embedCommand } from './embed.ts';
import { evalCommand } from './eval.ts';
import { exportCommand } from './export.ts';
import { forgetCommand } from './forget.ts';
import { importCommand } from './import.ts';
import { insightsCommand } from './insights.ts';
import { recallCommand } from './recall.ts';
import { serveCommand } from './serve.ts';
import type { Terminal } from './terminal.ts';
import { applicationCommand } from './workbench/application.ts';
import { cvCommand } from './workbench/cv.ts';
import { jobCommand } from './workbench/job.ts';
import { letterCommand } from './workbench/letter.ts';

const commands = [
  serveCommand,
  importCommand,
  exportCommand,
  recallCommand,
  chatCommand,
  forgetCommand,
  cvCommand,
  jobCommand,
  applicationCommand,
  letterCommand,
  embedCommand,
  insightsCommand,
  doctorCommand,
  evalCommand,
];

const notes = `
Settings come from the environment and from .env in the current folder (.env.example lists them all).
Exit status: 0 done, 1 failed (one line on stderr says why), 2 wrong usage, 130 interrupted.
`;

/** The command line as a whole; nothing runs before it is parsed. */
export function createProgram(terminal: Terminal): Command {
  const program = new Command('interviewly')
    .description('A self-hosted AI career agent with long-term memory. Without a command: serve.')
    .version(manifest.version)
    .addHelpText('after', notes)
    .showHelpAfterError('(interviewly --help shows all commands)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'interviewly: ')),
    });
  for (const build of commands) {
    const command = build(terminal);
    command.copyInheritedSettings(program);
    program.addCommand(command, { isDefault: command.name() === 'serve' });
  }
  return program;
}
