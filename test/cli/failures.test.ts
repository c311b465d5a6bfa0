import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { commandLine } from './run.ts';

// Starting the program takes half a second or more, and a multiple of that on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const cli = commandLine();
const file = (name: string) => path.join(cli.folder, name);
afterAll(() => cli.remove());

/** Root may write anywhere, so there is nothing to see for it. */
const isNotRoot = process.getuid?.() !== 0;
if (!isNotRoot) process.stderr.write('SKIPPED: the tests of read-only files, as root may write to them\n');

function expectOneLine(result: { status: number | null; stderr: string }, ...parts: string[]): void {
  expect(result.status).toBe(1);
  expect(result.stderr).toMatch(/^interviewly: [^\n]+\n$/);
  for (const part of parts) expect(result.stderr).toContain(part);
}

const salary = ['recall', 'salary', '--user', 'ada'];
const on = (DATABASE_URL: string) => ({ env: { DATABASE_URL, DATABASE_STARTUP_WAIT: '0' } });
const recall = (DATABASE_URL: string) => cli.run(salary, on(DATABASE_URL));

describe('a database that cannot be used is one line with a remedy', () => {
  test('a corrupt file, which is left as it is', async () => {
    writeFileSync(file('corrupt.db'), 'this is no database, whatever its name says '.repeat(100));
    const before = readFileSync(file('corrupt.db'));
    const result = await cli.start(salary, on('sqlite:///./corrupt.db'));
    expectOneLine(result, 'not a SQLite database', 'restore a backup');
    expect(readFileSync(file('corrupt.db'))).toEqual(before);
  });

  test('a folder in place of a file', async () => {
    mkdirSync(file('folder.db'));
    expectOneLine(await recall('sqlite:///./folder.db'), 'cannot be opened');
  });

  test('a file in place of a folder', async () => {
    writeFileSync(file('plain'), '');
    expectOneLine(await recall('sqlite:///./plain/data.db'), 'DATABASE_URL');
  });

  test.runIf(isNotRoot)('a folder that is read-only', async () => {
    mkdirSync(file('locked'));
    chmodSync(file('locked'), 0o555);
    expectOneLine(await recall('sqlite:///./locked/data.db'), 'DATABASE_URL');
    chmodSync(file('locked'), 0o755);
  });

  test('a URL of another database, or none at all; nothing of a password is shown', async () => {
    expectOneLine(await recall('mysql://ada:hunter2@host/db'), 'DATABASE_URL asks for mysql');
    const nonsense = await recall('hunter2');
    expectOneLine(nonsense, 'DATABASE_URL is not a database URL');
    expect(nonsense.stderr).not.toContain('hunter2');
  });

  test('a server that is not there', async () => {
    const result = await recall('postgresql://ada:hunter2@127.0.0.1:1/db');
    expectOneLine(result, 'nothing listens', 'Start the database server');
    expect(result.stderr).not.toContain('hunter2');
  });

  test('a missing folder is no failure: it is made', async () => {
    const result = await recall('sqlite:///./new/folder/data.db');
    expectOneLine(result, 'There is no message of user "ada"');
  });

  test('DEBUG adds the stack trace', async () => {
    const { env } = on('sqlite:///./corrupt.db');
    const { stderr } = await cli.start(salary, { env: { ...env, DEBUG: 'True', LOG_LEVEL: 'silent' } });
    expect(stderr).toMatch(/\n {4}at /);
  });
});

describe('an import that cannot be done', () => {
  test('names file and line of every problem, and stores nothing of any file', async () => {
    const good = { id: 'ada', messages: [{ id: '1', role: 'user', text: 'fine' }] };
    writeFileSync(file('good.json'), JSON.stringify(good));
    writeFileSync(file('cut.json'), JSON.stringify(good, null, 2).slice(0, -20));
    writeFileSync(
      file('lines.ndjson'),
      [
        '{"type":"interviewly_export","version":1,"user_id":"ada","exported_at":"2024-01-01T00:00:00Z"}',
        '{"type":"message","message_id":"a","role":"user","text":"fine"}',
        '{"type":"message","message_id":"b","role":"user"}',
        '{"type":"message",',
        '{"type":"message","message_id":"c","role":"user","text":"x","created_at":"2024-02-31T00:00:00Z"}',
      ].join('\n'),
    );
    writeFileSync(file('empty.json'), '');
    const result = await cli.run(['import', 'good.json', 'cut.json', 'lines.ndjson', 'empty.json']);
    expect(result.status).toBe(1);
    expect(result.stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^interviewly: cut\.json:\d+: is not valid JSON/),
      'interviewly: lines.ndjson:3: text is missing',
      expect.stringMatching(/^interviewly: lines\.ndjson:4: is not valid JSON/),
      expect.stringMatching(/^interviewly: lines\.ndjson:5: created_at/),
      'interviewly: empty.json: is empty',
    ]);
    expectOneLine(await cli.run(['recall', 'fine', '--user', 'ada']), 'no message of user');
  });

  test('stops at twenty problems', async () => {
    const messages = Array.from({ length: 30 }, (_, i) => ({ id: String(i), role: 'robot', text: 'x' }));
    writeFileSync(file('robots.json'), JSON.stringify({ id: 'ada', messages }, null, 1));
    const { stderr } = await cli.run(['import', 'robots.json']);
    expect(stderr.match(/role has to be user or assistant/g)).toHaveLength(20);
  });

  test('a file that is not there, an empty folder, lines without an owner', async () => {
    mkdirSync(file('nothing'));
    expectOneLine(await cli.run(['import', 'nowhere.json']), 'no such file');
    expectOneLine(await cli.run(['import', 'nothing']), 'no .json');
    // As `import <(...)`: what can be read only once.
    expectOneLine(await cli.run(['import', '/dev/null', '--user', 'ada']), 'not a regular file');
    writeFileSync(file('bare.jsonl'), '{"id":"1","role":"user","text":"hello"}\n');
    expectOneLine(await cli.run(['import', 'bare.jsonl']), '--user');
  });
});

describe('wrong usage', () => {
  test.each([
    ['an unknown command', ['nonsense'], `unknown command 'nonsense'`],
    ['a missing option', ['recall', 'x'], '--user'],
    ['a conversation no column holds', ['chat', '--user', 'ada', '-c', 'x'.repeat(37)], '1 to 36 characters'],
    ['a value out of range', ['recall', 'x', '--user', 'ada', '-k', '0'], 'from 1 to 100'],
  ])('%s ends with 2', async (_, args, part) => {
    const { status, stderr } = await cli.run(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^interviewly: /);
    expect(stderr).toContain(part);
  });

  test('is told to the shell', async () => {
    expect(await cli.start(['nonsense'])).toMatchObject({ status: 2, stdout: '' });
  });

  test('every command helps with an example', async () => {
    const { stdout } = await cli.start(['--help']);
    const names = [...stdout.matchAll(/^ {2}(\w+)(?= .*\S)/gm)]
      .map(([, name]) => name!)
      .filter((name) => name !== 'help');
    expect(names).toEqual(
      expect.arrayContaining(['serve', 'import', 'export', 'recall', 'chat', 'embed', 'doctor', 'eval']),
    );
    const helps = await Promise.all(
      ['serve', 'import', 'recall', 'chat', 'embed', 'cv', 'job', 'application', 'letter', 'doctor'].map(
        (name) => cli.run([name, '--help']),
      ),
    );
    for (const { status, stdout } of helps) {
      expect(status).toBe(0);
      expect(stdout).toMatch(/Examples?:\n {2}\$ /);
    }
  });
});

describe('doctor', () => {
  test('works where nothing else does, and says what to do', async () => {
    const env = { DATABASE_URL: 'postgresql://ada:hunter2@127.0.0.1:1/db', PORT: '0' };
    const { status, stdout, stderr } = await cli.start(['doctor'], { env });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^problem {2}database .*nothing listens.*Start the database server/m);
    expect(stdout + stderr).not.toContain('hunter2');
  });

  test('creates nothing', async () => {
    const { stdout } = await cli.run(['doctor'], {
      env: { DATABASE_URL: 'sqlite:///./absent/data.db', PORT: '0' },
    });
    expect(stdout).toContain('not there yet');
    expect(() => readFileSync(file('absent/data.db'))).toThrow('ENOENT');
  });

  test('a wrong setting does not hide the database', async () => {
    const env = { PORT: 'eighty', DATABASE_URL: 'sqlite:///./corrupt.db' };
    const { stdout } = await cli.run(['doctor'], { env });
    expect(stdout).toMatch(/^problem {2}settings .*PORT/m);
    expect(stdout).toMatch(/^problem {2}integrity .*not a SQLite database/m);
  });
});
