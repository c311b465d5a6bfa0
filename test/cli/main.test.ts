import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { commandLine } from './run.ts';

// Some of these start the program, and it loads the embedding model: slow on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const cli = commandLine();
const file = (name: string) => path.join(cli.folder, name);
afterAll(() => cli.remove());

const chat = {
  id: 'ada',
  messages: [
    {
      id: '0',
      conversation: 's1',
      role: 'user',
      text: 'My notice period is three months.',
      created_at: '2024-03-01T09:00:00',
    },
    {
      id: '1',
      conversation: 's1',
      role: 'assistant',
      text: 'Good to know.',
      created_at: '2024-03-01T09:01:00',
    },
    {
      id: '2',
      conversation: 's2',
      role: 'user',
      text: 'I want a raise of 10%.\nHow do I ask?',
      created_at: '2024-04-01T09:00:00',
    },
  ],
};

describe('import, recall, export', () => {
  beforeAll(() => {
    mkdirSync(file('chats'));
    writeFileSync(file('chats/ada.json'), JSON.stringify(chat, null, 2));
  });

  test('an import is searchable, and a second one adds nothing', async () => {
    const first = await cli.start(['import', 'chats']);
    expect(first).toMatchObject({ status: 0 });
    expect(first.stdout).toContain('chats/ada.json: 3 new, 0 there already (user ada)');
    expect(first.stdout).toContain('3 messages embedded');
    const second = await cli.run(['import', 'chats']);
    expect(second.stdout).toContain('0 new, 3 there already');
  });

  test('recall lists rank, date, speaker, score and text on one line each, and says the mode', async () => {
    const { status, stdout } = await cli.run(['recall', 'notice period', '--user', 'ada', '-k', '2']);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^ {2}1 {2}2024-03-01 {2}user +-?\d+\.\d{3} +(?:<1|\d+)% {2}My notice period is three months\.\n/,
    );
    expect(stdout).toMatch(/\n\(mode hybrid\)\n$/);
  });

  test('recall as JSON keeps to its filters', async () => {
    const args = [
      'recall',
      'raise',
      '--user',
      'ada',
      '--since',
      '2024-03-15',
      '--mode',
      'keyword',
      '--json',
      '--explain',
    ];
    const { stdout } = await cli.run(args);
    const answer = JSON.parse(stdout);
    expect(answer.mode).toBe('keyword');
    expect(answer.results.map((one: { message_id: string }) => one.message_id)).toEqual(['2']);
    expect(answer.results[0].explain).toBeTypeOf('object');
  });

  test('an export comes back the same in another database', async () => {
    const first = await cli.run(['export', '--user', 'ada']);
    const [header, ...lines] = first.stdout.trim().split('\n');
    expect(JSON.parse(header!)).toMatchObject({ type: 'interviewly_export', version: 1, user_id: 'ada' });
    expect(lines).toHaveLength(3);
    writeFileSync(file('export.ndjson'), first.stdout);
    const env = { DATABASE_URL: 'sqlite:///./other.db' };
    await cli.run(['import', 'export.ndjson', '--no-embed'], { env });
    const again = await cli.run(['export', '--user', 'ada'], { env });
    expect(again.stdout.trim().split('\n').slice(1)).toEqual(lines);
  });

  test('what waits for its embedding is said, and embed does it', async () => {
    const env = { DATABASE_URL: 'sqlite:///./other.db' };
    const { stderr } = await cli.run(['recall', 'raise', '--user', 'ada', '--mode', 'keyword'], { env });
    expect(stderr).toBe('3 messages wait for their embedding; until then only keywords find them.\n');
    const { stdout } = await cli.run(['embed'], { env });
    expect(stdout).toBe(
      '3 messages embedded\n3 of 3 messages embedded by local/use-lite-512 (100%), 0 waiting, 0 set aside\n',
    );
    const status = await cli.run(['embed', '--status', '--json'], { env });
    expect(JSON.parse(status.stdout)).toMatchObject({ messages: 3, embedded: 3, pending: 0, failures: [] });
  });

  test('chat reads lines from a pipe, remembers them and answers from memory', async () => {
    const { status, stdout } = await cli.start(['chat', '--user', 'ada'], {
      input: 'What did I say about my notice period?\n',
    });
    expect(status).toBe(0);
    expect(stdout).toContain('three months');
    expect((await cli.run(['export', '--user', 'ada'])).stdout).toContain(
      'What did I say about my notice period?',
    );
  });

  test('forget deletes what is agreed to, and nothing without a yes', async () => {
    const fits = ['forget', '--user', 'bea', '--matching', 'lighthouse'];
    writeFileSync(
      file('bea.json'),
      JSON.stringify({
        ...chat,
        id: 'bea',
        messages: [{ ...chat.messages[0]!, text: 'I live in a lighthouse.' }],
      }),
    );
    await cli.run(['import', 'bea.json', '--no-embed']);
    const unanswered = await cli.run(fits);
    expect(unanswered).toMatchObject({ status: 0 });
    expect(unanswered.stdout).toContain('0 messages forgotten');
    const agreed = await cli.start(fits, { input: 'y\n' });
    expect(agreed.stdout).toMatch(/I live in a lighthouse\.\nForget this one\?.*1 message forgotten/s);
    const nothing = await cli.run(['recall', 'lighthouse', '--user', 'bea']);
    expect(nothing).toMatchObject({ status: 1 });
    expect((await cli.run(['forget', '--user', 'ada'])).status).toBe(2);
  });

  test('doctor finds nothing wrong here', async () => {
    const { status, stdout } = await cli.start(['doctor', '--json'], { env: { PORT: '0' } });
    const { ok, checks } = JSON.parse(stdout);
    expect([status, ok]).toEqual([0, true]);
    const names = checks.map(({ name }: { name: string }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['node', '.env', 'database', 'integrity', 'vectors', 'tables', 'queue', 'port']),
    );
  });
});

describe('eval', () => {
  test('asks the questions of a folder and reports the measures', async () => {
    mkdirSync(file('sets'));
    const questions = [
      { id: 'q', category: 'facts', question: 'How long is my notice period?', evidence: ['0'] },
    ];
    writeFileSync(file('sets/ada.json'), JSON.stringify({ ...chat, source: 'test', questions }));
    const { stdout } = await cli.run(['eval', 'sets', '--arms', 'hybrid,keyword', '--json']);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ conversations: 1, messages: 3, database: 'sqlite' });
    expect(report.arms.map(({ arm }: { arm: string }) => arm)).toEqual(['hybrid', 'keyword']);
    expect(report.arms[0].groups['test / facts'].measures.MRR.mean).toBe(1);
  });

  test('keeps every group, whatever its source is called', async () => {
    mkdirSync(file('odd'));
    const questions = [{ id: 'q', question: 'How long is my notice period?', evidence: ['0'] }];
    for (const source of ['__proto__', 'constructor']) {
      const set = { ...chat, id: source, source, questions };
      writeFileSync(file(`odd/${source}.json`), JSON.stringify(set));
    }
    const { stdout } = await cli.run(['eval', 'odd', '--arms', 'keyword', '--json']);
    expect(Object.keys(JSON.parse(stdout).arms[0].groups)).toEqual(['__proto__', 'constructor']);
    expect((await cli.run(['eval', 'odd', '--arms', 'keyword'])).stdout).toContain('| __proto__ ');
  });

  test('a folder without such files is an error, as an empty one is', async () => {
    mkdirSync(file('lines'));
    writeFileSync(file('lines/ada.jsonl'), '');
    const { status, stdout, stderr } = await cli.run(['eval', 'lines']);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('lines: no .json file in this folder');
  });

  test('so is one whose files ask for nothing that can be found', async () => {
    mkdirSync(file('unasked'));
    const questions = [{ id: 'q', question: 'Where do I live?', evidence: [] }];
    writeFileSync(file('unasked/ada.json'), JSON.stringify({ ...chat, questions }));
    const { status, stdout, stderr } = await cli.run(['eval', 'unasked']);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('unasked: no question with evidence');
  });

  test('leaves a database that it is given as it was, also where it fails', async () => {
    mkdirSync(file('some'));
    const questions = [{ id: 'q', question: 'How long is my notice period?', evidence: ['0'] }];
    writeFileSync(file('some/a.json'), JSON.stringify({ ...chat, questions }));
    const env = { DATABASE_URL: 'sqlite:///./given.db' };
    // Somebody is there already who is called as the conversation is.
    const own = { ...chat.messages[0]!, text: 'My own words.' };
    writeFileSync(file('own.json'), JSON.stringify({ id: 'own', messages: [own], questions: [] }));
    await cli.run(['import', 'own.json', '--user', chat.id], { env });
    const rows = () => {
      const db = new DatabaseSync(file('given.db'));
      const messages = db.prepare('select user_id, message_id from user_message_embeddings').all();
      const owners = db.prepare('select user_id, documents from interviewly_owners').all();
      db.close();
      return { messages, owners };
    };
    const before = rows();
    expect(before.messages).toHaveLength(1);
    const run = () =>
      cli.run(['eval', 'some', '--arms', 'keyword', '--database', env.DATABASE_URL, '--json']);
    const { status, stdout } = await run();
    expect([status, JSON.parse(stdout).arms[0].groups.unknown.measures.MRR.mean]).toEqual([0, 1]);
    expect(rows()).toEqual(before);
    // The second cannot be stored when the first is.
    const db = new DatabaseSync(file('given.db'));
    db.exec(`create trigger refuse before insert on user_message_embeddings when new.message_text = 'No.'
      begin select raise(abort, 'refused'); end`);
    db.close();
    const refused = { ...chat, id: 'b', messages: [{ id: '0', role: 'user', text: 'No.' }], questions: [] };
    writeFileSync(file('some/b.json'), JSON.stringify(refused));
    expect((await run()).status).not.toBe(0);
    expect(rows()).toEqual(before);
  });
});
