import { runChecks } from '../career/checks/index.ts';
import { matchCv } from '../career/match/index.ts';
import { parseCv } from '../career/parse/index.ts';
import { readPosting } from '../career/posting/index.ts';

/** What can be asked for by name: pure, synchronous, and for long texts slow. */
export const functions = { parseCv, readPosting, matchCv, runChecks };

export type Functions = typeof functions;
export type FunctionName = keyof Functions;

/** A call as it crosses to a thread. */
export type Call = {
  [Name in FunctionName]: { name: Name; given: Parameters<Functions[Name]> };
}[FunctionName];

export function call({ name, given }: Call): unknown {
  return (functions[name] as (...given: unknown[]) => unknown)(...given);
}
