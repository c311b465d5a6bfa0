import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checksTable } from './table.ts';

/** `node --input-type=module -e "import('./src/career/checks/table.ts').then((m) => console.log(m.checksTable()))"` prints it. */
test('docs/cv-checks.md lists the checks as they are', () => {
  const page = readFileSync(new URL('../../../docs/cv-checks.md', import.meta.url), 'utf8');
  expect(page).toContain(checksTable().trimEnd());
});
