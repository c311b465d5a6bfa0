import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names what the web app is made of: its sources and the lock file. Two checkouts with the same stamp build the same. */
export function sourceStamp(root: string): string {
  const hash = createHash('sha256');
  const files = globSync('web/**/*.*', { cwd: root, exclude: ['web/dist', 'web/.dist-*', 'web/**/*.md'] })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  for (const file of [...files, 'package-lock.json']) {
    hash
      .update(`${file}\n`)
      .update(readFileSync(join(root, file)))
      .update('\n');
  }
  return hash.digest('hex').slice(0, 32);
}
