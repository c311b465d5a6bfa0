import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../test/context.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

test('remember-and-ask finds and answers, and leaves nothing behind', async () => {
  const example = fileURLToPath(new URL('remember-and-ask.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [example, app.url]);
  expect(stdout).toMatch(
    /How much does the museum pay\?\n {2}\S+ {2}I applied to the harbour museum; they pay 48,000 a year\./,
  );
  expect(stdout).toMatch(/Answer \(offline\):\n[\s\S]*48,000/);
  const rows = await app.context.store.db.selectFrom('user_message_embeddings').select('id').execute();
  expect(rows).toEqual([]);
});
