import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../kernel/errors.ts';
import type { Terminal } from '../terminal.ts';

/** The bytes of a file, or of standard input for `-`. */
export async function bytesOf({ cwd, stdin }: Terminal, file: string): Promise<Buffer> {
  if (file === '-') {
    const parts: Buffer[] = [];
    for await (const part of stdin) parts.push(Buffer.from(part));
    return Buffer.concat(parts);
  }
  try {
    return await readFile(path.resolve(cwd, file));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new AppError('not_found', {
      status: 404,
      title: 'The file cannot be read',
      detail: `${file}: ${code === 'ENOENT' ? 'there is no such file' : code}`,
    });
  }
}

export const textOf = async (terminal: Terminal, file: string): Promise<string> =>
  (await bytesOf(terminal, file)).toString('utf8');
