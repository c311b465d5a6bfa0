import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { violationsIn } from './arrows/check.ts';

const problems = (file: string, source: string) => violationsIn(file, source).map(({ problem }) => problem);

describe('the arrows', () => {
  test.each([
    ['memory knows no HTTP', 'src/memory/list.ts', `import { serve } from '../http/index.ts';`],
    [
      'memory knows no feature',
      'src/memory/list.ts',
      `import { createCoach } from '../features/coach/index.ts';`,
    ],
    [
      'the kernel imports nothing of ours',
      'src/kernel/ids.ts',
      `import type { Config } from '../config/index.ts';`,
    ],
    [
      'rooms beside each other are strangers',
      'src/ai/tokens.ts',
      `import { openStore } from '../store/index.ts';`,
    ],
    ['a type counts', 'src/ai/tokens.ts', `import type { Store } from '../store/index.ts';`],
    ['a re-export counts', 'src/config/index.ts', `export { openStore } from '../store/index.ts';`],
    [
      'an import() counts',
      'src/store/open.ts',
      `async function f() { return import('../memory/index.ts'); }`,
    ],
    ['a type of an import() counts', 'src/store/open.ts', `let m: import('../memory/index.ts').Memory;`],
    ['an inside is an inside', 'src/http/app.ts', `import { recall } from '../memory/recall/recall.ts';`],
    ['a feature has an inside too', 'src/features/cv/index.ts', `import { x } from '../coach/coach.ts';`],
    ['an unknown room', 'src/http/app.ts', `import { x } from '../plugins/index.ts';`],
  ])('%s', (_, file, source) => {
    expect(problems(file, source)).toHaveLength(1);
  });

  test.each([
    [
      'down the floors',
      'src/features/coach/coach.ts',
      `import type { Memory } from '../../memory/types.ts';`,
    ],
    ['another feature by its index', 'src/features/cv/index.ts', `import { x } from '../coach/index.ts';`],
    ['anything of the kernel', 'src/memory/list.ts', `import { uuidv7 } from '../kernel/ids.ts';`],
    ['within a room', 'src/memory/recall/recall.ts', `import { x } from '../list.ts';`],
    ['what a comment says', 'src/memory/list.ts', `// import { serve } from '../http/index.ts';`],
    ['what a text says', 'src/memory/list.ts', `const s = "import '../http/index.ts'";`],
  ])('allowed: %s', (_, file, source) => {
    expect(problems(file, source)).toEqual([]);
  });
});

describe('the other rules', () => {
  test.each(['pg', 'node:sqlite', 'sqlite-vec', '@electric-sql/pglite'])(
    'the driver %s stays in the store',
    (name) => {
      const source = `import x from '${name}';`;
      expect(problems('src/memory/list.ts', source)).toHaveLength(1);
      expect(problems('src/store/dialect/x.ts', source)).toEqual([]);
    },
  );

  test.each([
    `if (store.kind === 'sqlite') f();`,
    `const x = 'postgres' !== kind;`,
    `switch (k) { case 'postgres': f(); }`,
  ])('databases are told apart in the store alone: %s', (source) => {
    expect(problems('src/memory/list.ts', source)).toHaveLength(1);
    expect(problems('src/store/open.ts', source)).toEqual([]);
  });

  test('the environment is read by main alone', () => {
    expect(problems('src/ai/x.ts', 'const key = process.env.KEY;')).toHaveLength(1);
    expect(problems('src/ai/x.ts', `const key = process['env'].KEY;`)).toHaveLength(1);
    expect(problems('src/main.ts', 'const env = process.env;')).toEqual([]);
  });
});

describe('the command', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'interviewly-arrows-'));
  afterAll(() => rmSync(root, { recursive: true }));
  const run = () =>
    spawnSync(process.execPath, [fileURLToPath(new URL('check-arrows.ts', import.meta.url)), root], {
      encoding: 'utf8',
    });

  test('passes a tree that keeps the rules, and fails one that does not, with file and line', () => {
    mkdirSync(path.join(root, 'src/memory'), { recursive: true });
    writeFileSync(path.join(root, 'src/memory/index.ts'), 'export const x = 1;\n');
    expect(run()).toMatchObject({ status: 0, stderr: '' });
    writeFileSync(path.join(root, 'src/memory/bad.ts'), `\nimport { x } from '../http/index.ts';\n`);
    const { status, stderr } = run();
    expect(status).toBe(1);
    expect(stderr).toContain('src/memory/bad.ts:2: memory may not import http');
  });
});
