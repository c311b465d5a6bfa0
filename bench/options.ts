import { parseArgs } from 'node:util';

interface Option {
  type: 'boolean' | 'string';
  /** One line for `--help`; the value that holds without it comes last. */
  about: string;
}

/** The options of a bench; prints its help and returns null where that is asked for. A wrong option ends the run. */
export function readOptions(
  name: string,
  about: string,
  args: string[],
  known: Record<string, Option>,
): Record<string, string | boolean | undefined> | null {
  const options = { help: { type: 'boolean', about: 'this text' } as Option, ...known };
  const help = [
    `npm run bench -- ${name} [options]\n\n${about}\n`,
    ...Object.entries(options).map(
      ([option, { type, about }]) => `  ${`--${option}${type === 'string' ? ' …' : ''}`.padEnd(18)} ${about}`,
    ),
  ].join('\n');
  try {
    const { values } = parseArgs({ args, options, strict: true });
    if (!values.help) return values as Record<string, string | boolean | undefined>;
    console.log(help);
    return null;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    process.exitCode = 2;
    return null;
  }
}

/** A whole number above 0, or an error for the person. */
export function countOf(option: string | boolean | undefined, fallback: number): number {
  if (option === undefined) return fallback;
  const count = Number(option);
  if (!Number.isInteger(count) || count < 1) throw new Error(`${String(option)} is no number of things`);
  return count;
}

export type DatabaseKind = 'sqlite' | 'postgres';

export function databasesOf(option: string | boolean | undefined): DatabaseKind[] {
  if (option === undefined || option === 'both') return ['sqlite', 'postgres'];
  if (option === 'sqlite' || option === 'postgres') return [option];
  throw new Error(`--database is sqlite, postgres or both, not ${String(option)}`);
}

export const databaseOption: Option = { type: 'string', about: 'sqlite, postgres or both (both)' };
