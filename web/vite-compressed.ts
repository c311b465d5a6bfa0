import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const leastBytes = 1_024;

/** Writes `.br` and `.gz` beside what was built, so that the server compresses nothing while it answers. */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle({ dir }) {
      const work: Promise<void>[] = [];
      for await (const file of glob('**/*.{js,css,svg,html}', { cwd: dir! }))
        work.push(compress(join(dir!, file)));
      await Promise.all(work);
    },
  };
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < leastBytes) return;
  // 9 of 11: the last two levels take five times as long for a few percent.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await Promise.all([
    brotli(bytes, { params }).then((data) => writeFile(`${file}.br`, data)),
    zip(bytes, { level: 9 }).then((data) => writeFile(`${file}.gz`, data)),
  ]);
}
