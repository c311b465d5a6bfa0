import { readFileSync } from 'node:fs';
import path from 'node:path';
import { StartupError } from '../kernel/errors.ts';
import type { Environment } from './variables.ts';

/** The environment with what `.env` in `cwd` adds to it; a variable that is really set wins, even when empty. */
export function loadEnvironment({ cwd, env }: { cwd: string; env: Environment }): Environment {
  return { ...parseDotenv(readDotenv(path.join(cwd, '.env')), env), ...env };
}

function readDotenv(file: string): string {
  try {
    const bytes = readFileSync(file);
    // PowerShell's `>` writes UTF-16 with this mark.
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
    return new TextDecoder(encoding).decode(bytes); // Drops a byte order mark.
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return '';
    throw new StartupError(
      `The file .env cannot be read (${code ?? 'unknown error'}).`,
      'Make .env a file that this user may read, or remove it and set the variables in the environment.',
      { cause: error },
    );
  }
}

const ASSIGNMENT =
  /(?:export[^\S\r\n]+)?(?:'([^'\r\n]+)'|([^=#\s]+))[^\S\r\n]*=([^\S\r\n]*)(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|([^\r\n]*))[^\S\r\n]*(?:#[^\r\n]*)?(?=[\r\n]|$)/suy;

const ESCAPES: Record<string, string> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/**
 * What python-dotenv reads from the same file, as existing files were written for it. Node's `parseEnv` differs where
 * it hurts: it ends a value at any `#` (a password may hold one), knows no `\"` and no `${NAME}`. Lines that are no
 * assignment are skipped.
 */
export function parseDotenv(text: string, env: Environment = {}): Record<string, string> {
  const values: Record<string, string> = {};
  const lookUp = (_: string, name: string, fallback?: string) => values[name] ?? env[name] ?? fallback ?? '';
  let position = 0;
  while (position < text.length) {
    position += /^\s*/.exec(text.slice(position))?.[0].length ?? 0;
    ASSIGNMENT.lastIndex = position;
    const match = ASSIGNMENT.exec(text);
    if (match) {
      const [, quotedKey, key = quotedKey ?? '', space, single, double, bare = ''] = match;
      const value =
        single?.replace(/\\([\\'])/g, '$1') ??
        double?.replace(/\\([\\'"abfnrtv])/g, (_, sign: string) => ESCAPES[sign] ?? sign) ??
        `${space}${bare}`.replace(/\s#.*/, '').trim();
      values[key] = value.replace(/\$\{([^}:]*)(?::-([^}]*))?\}/g, lookUp);
      position = ASSIGNMENT.lastIndex;
    } else {
      position += /^[^\r\n]*/.exec(text.slice(position))?.[0].length || 1;
    }
  }
  return values;
}
