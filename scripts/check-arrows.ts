import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Violation, violationsIn } from './arrows/check.ts';

/*
 * Fails when a file reaches where the architecture does not let it. Run by `npm run check`; a folder may be named in
 * place of this repository.
 */
const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));

// Tests look inside what they test, and bring their own servers and drivers.
const files = globSync('src/**/*.ts', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.endsWith('.test.ts'))
  .sort();

const violations: Violation[] = files.flatMap((file) =>
  violationsIn(file, readFileSync(`${root}/${file}`, 'utf8')),
);
for (const { file, line, problem } of violations) console.error(`${file}:${line}: ${problem}`);
if (violations.length > 0) {
  console.error(`${violations.length} violations of the architecture (docs/architecture.md)`);
  process.exitCode = 1;
}
