import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../bin/interviewly.js', import.meta.url));

export interface Result {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** A folder of its own for the program to run in, and the program: with these variables and no others. */
export function commandLine(): {
  folder: string;
  run(args: string[], options?: { env?: Record<string, string>; input?: string }): Promise<Result>;
  remove(): void;
} {
  const folder = mkdtempSync(path.join(tmpdir(), 'interviewly-cli-'));
  return {
    folder,
    async run(args, { env = {}, input = '' } = {}) {
      const child = spawn(process.execPath, [main, ...args], {
        cwd: folder,
        env: { PATH: process.env.PATH, HOME: folder, ...env },
      });
      child.stdin.end(input);
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
      const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
      return { status, stdout, stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
