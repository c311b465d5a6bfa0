import { createProgram, exitStatus, reportFailure, type Terminal } from './cli/index.ts';
import { loadEnvironment } from './config/index.ts';

const terminal: Terminal = {
  env: process.env,
  cwd: process.cwd(),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
};

// `interviewly export | head`: the reader had enough, which is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitStatus.ok);
  throw error;
});

try {
  await createProgram(terminal).parseAsync(process.argv);
} catch (error) {
  process.exitCode = reportFailure(error, terminal, isDebug());
}

/** Also where the rest of the environment is wrong, as that is what is being looked for. */
function isDebug(): boolean {
  try {
    return /^(true|1|yes|on|t|y)$/i.test(loadEnvironment(terminal).DEBUG?.trim() ?? '');
  } catch {
    return false;
  }
}
