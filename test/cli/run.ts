import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createProgram, reportFailure, type Terminal } from '../../src/cli/index.ts';

const main = fileURLToPath(new URL('../../bin/interviewly.js', import.meta.url));

export interface Result {
  status: number | null;
  stdout: string;
  stderr: string;
}

interface RunOptions {
  env?: Record<string, string>;
  input?: string;
}

/** A folder of its own for the program to run in, and the program: with these variables and no others. */
export function commandLine(): {
  folder: string;
  /** The command in this process, which spares it loading everything anew: for what it does and says. */
  run(args: string[], options?: RunOptions): Promise<Result>;
  /** As a person starts it: for what hangs on the process, such as its exit status and its pipes. */
  start(args: string[], options?: RunOptions): Promise<Result>;
  remove(): void;
} {
  const folder = mkdtempSync(path.join(tmpdir(), 'interviewly-cli-'));
  const environment = (env: Record<string, string>) => ({ PATH: process.env.PATH, HOME: folder, ...env });
  return {
    folder,
    async run(args, { env = {}, input = '' } = {}) {
      const [stdout, stderr] = [new PassThrough(), new PassThrough()];
      const printed = Promise.all([text(stdout), text(stderr)]);
      const stdin = Readable.from([Buffer.from(input)]);
      const terminal = { env: environment(env), cwd: folder, stdin, stdout, stderr } as unknown as Terminal;
      let status = 0;
      try {
        await createProgram(terminal).parseAsync(['node', 'interviewly', ...args]);
      } catch (error) {
        status = reportFailure(error, terminal, false);
      }
      stdout.end();
      stderr.end();
      const [out, err] = await printed;
      return { status, stdout: out, stderr: err };
    },
    async start(args, { env = {}, input = '' } = {}) {
      const child = spawn(process.execPath, [main, ...args], { cwd: folder, env: environment(env) });
      child.stdin.end(input);
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
      const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
      return { status, stdout, stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
