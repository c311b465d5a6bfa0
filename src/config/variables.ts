import { z } from 'zod';
import { StartupError } from '../kernel/errors.ts';

/** The environment as Node and `.env` give it. */
export type Environment = Record<string, string | undefined>;

const BOOLEAN = z.stringbool({
  truthy: ['true', '1', 'yes', 'on', 't', 'y'],
  falsy: ['false', '0', 'no', 'off', 'f', 'n'],
});

/** Timers of Node hold 31 bits of milliseconds: a day is the longest wait that makes sense and surely fits. */
const MAX_SECONDS = 86_400;

/**
 * Reads variables and remembers what is wrong with them, so that one start names every problem. No value ever gets
 * into a message: people paste keys into the wrong line.
 */
export class Variables {
  readonly notices: string[] = [];
  readonly #problems: { message: string; remedy: string }[] = [];
  readonly #placeholders = new Set<string>();
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
  }

  /** Trimmed, and without the quotes that `docker --env-file` leaves around a value; undefined where empty. */
  text(name: string): string | undefined {
    return unquote(this.#env[name] ?? '') || undefined;
  }

  boolean(name: string, fallback: boolean): boolean;
  boolean(name: string, fallback?: boolean): boolean | undefined;
  boolean(name: string, fallback?: boolean): boolean | undefined {
    return this.#read(name, BOOLEAN, 'True or False') ?? fallback;
  }

  wholeNumber(name: string, range: { min: number; max: number; fallback: number }): number {
    const { min, max, fallback } = range;
    const schema = z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(min).max(max));
    return this.#read(name, schema, `a whole number from ${min} to ${max}`) ?? fallback;
  }

  number(name: string, range: { min: number; max: number }): number | undefined {
    const { min, max } = range;
    const schema = z
      .string()
      .regex(/^\d*\.?\d+$|^\d+\.$/)
      .transform(Number)
      .pipe(z.number().min(min).max(max));
    return this.#read(name, schema, `a number from ${min} to ${max}`);
  }

  /** People write seconds (as SQLAlchemy's settings do), the program counts milliseconds. */
  seconds(name: string, options: { min?: number; fallback: number }): number {
    const seconds = this.number(name, { min: options.min ?? 0.001, max: MAX_SECONDS }) ?? options.fallback;
    return Math.round(seconds * 1000);
  }

  choice<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const schema = z
      .string()
      .transform((value) => value.toLowerCase())
      .pipe(z.literal(choices));
    return this.#read(name, schema, `one of ${choices.join(', ')}`);
  }

  /** An address to call, without a slash at its end. `fetch` refuses a user or password within one, so we do too. */
  baseUrl(name: string): string | undefined {
    const schema = z
      .url({ protocol: /^https?$/ })
      .refine((value) => URL.parse(value)?.username === '' && URL.parse(value)?.password === '')
      .transform((value) => value.replace(/\/+$/, ''));
    return this.#read(name, schema, 'an http:// or https:// address without a user or password in it');
  }

  /** Any other shape: `parse` gives undefined for what is wrong. */
  parsed<T>(name: string, parse: (text: string) => T | undefined, wanted: string): T | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = parse(text);
    if (value === undefined) this.fail(`${name} has to be ${wanted}.`, `Correct ${name} or remove it.`);
    return value;
  }

  /**
   * A key. Placeholders from a template count as unset, because a `.env` that ran before has to run here; what could
   * not be sent in a header is a problem now rather than at the first call.
   */
  secret(name: string): string | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (isPlaceholder(value)) {
      this.#placeholders.add(name);
      this.notices.push(`${name} holds a placeholder and counts as not set.`);
      return undefined;
    }
    if (/^[\x21-\x7e]+$/.test(value)) return value;
    this.fail(
      `${name} holds spaces, line breaks or characters that no key has.`,
      `Copy the key into ${name} again or remove it.`,
    );
    return undefined;
  }

  /** A key that is public and of several lines. `parse` gives undefined for what is wrong. */
  pem(name: string, parse: (text: string) => string | undefined, wanted: string): string | undefined {
    const text = this.text(name);
    if (text === undefined || !isPlaceholder(text)) return this.parsed(name, parse, wanted);
    this.#placeholders.add(name);
    this.notices.push(`${name} holds a placeholder and counts as not set.`);
    return undefined;
  }

  /** For messages: a person who sees a value in their file is not helped by «not set». */
  absence(name: string): string {
    return this.#placeholders.has(name) ? `${name} holds a placeholder` : `${name} is not set`;
  }

  /** Set, but wrong: that has been said, so «not set» must not be said too. */
  wasRefused(name: string): boolean {
    return this.text(name) !== undefined && !this.#placeholders.has(name);
  }

  fail(message: string, remedy: string): void {
    this.#problems.push({ message, remedy });
  }

  throwIfWrong(): void {
    if (this.#problems.length === 0) return;
    const line = (key: 'message' | 'remedy') => this.#problems.map((problem) => problem[key]).join(' ');
    throw new StartupError(line('message'), line('remedy'));
  }

  #read<T>(name: string, schema: z.ZodType<T, string>, wanted: string): T | undefined {
    return this.parsed(name, (text) => schema.safeParse(text).data, wanted);
  }
}

export function unquote(value: string): string {
  const trimmed = value.trim();
  return /^(['"])(.*)\1$/s.exec(trimmed)?.[2]?.trim() ?? trimmed;
}

/**
 * What templates put where a key goes: `sk-...`, `your-openai-key`, `<key>`, `${OPENAI_API_KEY}`, `sk-xxxx`. Only
 * shapes that chance does not give a real key (base64url, so letters, digits, - and _); `test` and `dummy` are
 * names that people do give to keys of servers of their own.
 */
function isPlaceholder(value: string): boolean {
  return (
    /\.\.\.|…/.test(value) ||
    /^(<.*>|\[.*\]|\{.*\}|\$\{.*\}|%.*%)$/.test(value) ||
    /your[-_ ]/i.test(value) ||
    /[-_ ](here|goes[-_ ]here)$/i.test(value) ||
    /^([a-z]+[-_])*[x*.•0-]{3,}$/i.test(value) ||
    /^(change[-_ ]?me|replace[-_ ]?(me|this)|placeholder|todo|tbd|none|null|undefined)$/i.test(value)
  );
}
