import { CommanderError } from 'commander';
import { AppError, StartupError } from '../kernel/errors.ts';
import type { Terminal } from './terminal.ts';

/** How a command ends: scripts and service managers read these numbers, so they never change. */
export const exitStatus = { ok: 0, failed: 1, wrongUsage: 2, interrupted: 130 } as const;

/** A command that has said all there is to say and only has to end with this status. */
export class Ended extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`ended with ${status}`);
    this.status = status;
  }
}

/**
 * Says what went wrong in one line and gives the exit status. A stack trace is for those who look for a mistake of
 * ours, so it takes DEBUG.
 */
export function reportFailure(error: unknown, terminal: Terminal, debug: boolean): number {
  if (error instanceof Ended) return error.status;
  if (error instanceof CommanderError) {
    // Help and version arrive as errors with status 0; what was wrong has been printed by commander.
    return error.exitCode === 0 ? exitStatus.ok : exitStatus.wrongUsage;
  }
  if (error instanceof Error && error.name === 'AbortError') return exitStatus.interrupted;
  terminal.stderr.write(`interviewly: ${failureLine(error)}\n`);
  if (debug && error instanceof Error) terminal.stderr.write(`${error.stack}\n`);
  return exitStatus.failed;
}

function failureLine(error: unknown): string {
  if (error instanceof StartupError) return sentences(error.message, error.remedy);
  if (error instanceof AppError) return sentences(error.detail ?? error.title, error.remedy);
  const message = error instanceof Error ? error.message : String(error);
  return sentences(`unexpected error: ${message}`, 'DEBUG=True shows where it came from.');
}

export function sentences(...parts: (string | undefined)[]): string {
  return parts
    .filter((part) => part)
    .map((part) => part!.replace(/\s+/g, ' ').trim())
    .map((part) => (/[.!?:…]$/.test(part) ? part : `${part}.`))
    .join(' ');
}
