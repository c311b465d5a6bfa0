import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type FakeOpenAI, startFakeOpenAI } from '../fakes/index.ts';
import { commandLine } from './run.ts';

vi.setConfig({ testTimeout: 60_000 });

const cli = commandLine();
const servers: FakeOpenAI[] = [];
afterAll(async () => {
  for (const server of servers) await server.close();
  cli.remove();
});

/** The settings for a server with a model of so many dimensions. */
async function served(model: string, dimensions: number): Promise<Record<string, string>> {
  const server = await startFakeOpenAI({ dimensions });
  servers.push(server);
  return { EMBEDDING_BASE_URL: server.url, EMBEDDING_MODEL: model };
}

const message = (i: number) => ({
  id: `m${i}`,
  conversation: 's',
  role: 'user',
  text: `I asked for a raise of ${i}%.`,
  created_at: `2024-03-0${i}T09:00:00`,
});

let small: Record<string, string>;
beforeAll(async () => {
  small = await served('small', 64);
  const write = (name: string, messages: unknown[]) =>
    writeFileSync(path.join(cli.folder, name), JSON.stringify({ id: 'ada', messages }));
  write('first.json', [message(1), message(2)]);
  write('later.json', [message(3)]);
});

const status = async (env: Record<string, string>) =>
  JSON.parse((await cli.run(['embed', '--status', '--json'], { env })).stdout);

test('the dimensions are told once they are known, whatever the engine knows by itself', async () => {
  expect(await status(small)).toMatchObject({ engine: 'compatible/small', dimensions: null });
  const imported = await cli.run(['import', 'first.json'], { env: small });
  expect(imported).toMatchObject({ status: 0, stderr: '' });
  expect(await status(small)).toMatchObject({ dimensions: 64, embedded: 2, pending: 0 });
});

test('a question or an import with another model changes nothing over, and says so', async () => {
  const other = await served('other', 32);
  const asked = await cli.run(['recall', 'raise', '--user', 'ada'], { env: other });
  expect(asked.status).toBe(0);
  expect(asked.stdout).toMatch(
    /raise of 2%.*\(mode keyword: compatible\/other has no vectors here, .*«interviewly embed»/s,
  );
  const imported = await cli.run(['import', 'later.json'], { env: other });
  expect(imported.status).toBe(0);
  expect(imported.stderr).toMatch(/^1 messages wait .*: compatible\/other has no vectors here/);
  expect(await status(small)).toMatchObject({ embedded: 2, pending: 1 });
  const embedded = await cli.run(['embed'], { env: other });
  expect(embedded).toMatchObject({ status: 0, stderr: '' });
  expect(embedded.stdout).toContain('3 of 3 messages embedded by compatible/other');
});

test('embed fails where the model cannot be used', async () => {
  const large = await served('large', 3072);
  const nothing = await cli.run(['embed'], { env: large });
  expect(nothing.status).toBe(1);
  expect(nothing.stderr).toMatch(/^nothing was embedded: EMBEDDING_MODEL \(large\) gives 3072 dimensions/);
  expect(nothing.stdout).toBe('0 of 3 messages embedded by compatible/large (0%), 0 waiting, 0 set aside\n');
  expect((await cli.run(['embed', '--json'], { env: large })).status).toBe(1);
  expect((await cli.run(['embed', '--status'], { env: large })).status).toBe(0);
});

test('a model whose name is too long to be stored is told at once', async () => {
  const env = { ...small, EMBEDDING_MODEL: `/models/${'m'.repeat(80)}` };
  const { status, stderr } = await cli.run(['embed'], { env });
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^interviewly: EMBEDDING_MODEL has 88 characters, and at most 82 can be stored\. .*\n$/,
  );
});
