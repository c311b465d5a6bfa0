import type { ReadStream, WriteStream } from 'node:tty';
import type { Environment } from '../config/index.ts';

/** What a process has around it; the commands get it handed, and only main.ts looks at `process`. */
export interface Terminal {
  env: Environment;
  cwd: string;
  stdin: NodeJS.ReadStream | ReadStream;
  stdout: NodeJS.WriteStream | WriteStream;
  stderr: NodeJS.WriteStream | WriteStream;
}

/** Where output goes to a file or another program, unless COLUMNS says otherwise. */
const plainWidth = 120;

export function widthOf({ stdout, env }: Terminal): number {
  const columns = stdout.isTTY ? stdout.columns : Number(env.COLUMNS);
  return columns > 0 ? Math.max(40, columns) : plainWidth;
}

/** Colours only where a person looks, and only where they did not ask for none (https://no-color.org). */
export function hasColours(terminal: Terminal): boolean {
  return terminal.stdout.isTTY === true && !terminal.env.NO_COLOR;
}

/**
 * Stored text as it may be shown: whoever wrote a message could otherwise move the cursor, retitle the window or hide
 * what follows. Line breaks stay.
 */
export function printable(text: string): string {
  return text
    .replace(/\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.)?/gs, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '');
}

/** On one line, for lists. */
export function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, ' ').trim();
}
