import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { EmbeddingRejected, EmbeddingUnavailable } from '../../src/ai/index.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { probe } from '../../src/memory/embedding-queue/active-model.ts';
import { createMemory, type Memory, type NewMessage } from '../../src/memory/index.ts';
import { checkFile, exportLines, importFile } from '../../src/memory/transfer/index.ts';
import { json, type Store } from '../../src/store/index.ts';
import { WordEngine } from './fake-embedding.ts';
import { onEveryStore, silent } from './stores.ts';

const at = (text: string) => new Date(text);

const talk: NewMessage[] = [
  {
    message_id: 'm1',
    conversation_id: 'c1',
    role: 'user',
    text: 'I pay $12.99 a month for the resume builder.',
    created_at: at('2024-03-15T10:00:00Z'),
  },
  {
    message_id: 'm2',
    conversation_id: 'c1',
    role: 'assistant',
    text: 'Noted. Is the resume builder worth it to you?',
    created_at: at('2024-03-15T10:01:00Z'),
  },
  {
    message_id: 'm3',
    conversation_id: 'c1',
    role: 'user',
    text: 'My interview at the bakery is on Friday.',
    created_at: at('2024-03-15T10:02:00Z'),
  },
  {
    message_id: 'm4',
    conversation_id: 'c2',
    role: 'user',
    text: 'I moved to Lyon with my two cats.',
    created_at: at('2024-05-01T09:00:00Z'),
  },
];

onEveryStore('memory', (kind) => {
  const opened: Store[] = [];
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });
  async function open(
    engine = new WordEngine(),
    how = kind.open,
  ): Promise<{ memory: Memory; store: Store; engine: WordEngine }> {
    const store = await how();
    opened.push(store);
    await store.prepare();
    return {
      memory: createMemory({ store, embedding: engine, logger: silent, clock: systemClock }),
      store,
      engine,
    };
  }

  test('a query has more words than a statement takes parameters', async () => {
    const { memory } = await open();
    await memory.remember('ada', talk);
    const glyph = (i: number) => String.fromCharCode(0x4e00 + i);
    const pairs = Array.from({ length: 49_000 }, (_, i) => glyph(i % 300) + glyph(300 + Math.floor(i / 300)));
    const query = `The bakery ${pairs.join('')}`;
    for (const mode of ['hybrid', 'keyword'] as const) {
      const { results } = await memory.recall('ada', { query, mode, k: 1 });
      expect(results[0]?.message_id).toBe('m3');
    }
  });
  const count = async (store: Store, table: string) => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
      store.db,
    );
    return Number(rows[0]!.count);
  };

  test('what is remembered is listed in order, page by page, and only to its owner', async () => {
    const { memory } = await open();
    const remembered = await memory.remember('u', talk);
    expect(remembered.map((message) => message.created)).toEqual([true, true, true, true]);
    expect(remembered[0]).toMatchObject({
      message_id: 'm1',
      conversation_id: 'c1',
      created_at: '2024-03-15T10:00:00.000Z',
    });
    const first = await memory.list('u', { limit: 3 });
    expect(first.messages.map((message) => message.message_id)).toEqual(['m1', 'm2', 'm3']);
    const second = await memory.list('u', { limit: 3, cursor: first.next_cursor! });
    expect(second.messages.map((message) => message.message_id)).toEqual(['m4']);
    expect(second.next_cursor).toBeNull();
    const newest = await memory.list('u', { limit: 2, order: 'newest' });
    expect(newest.messages.map((message) => message.message_id)).toEqual(['m4', 'm3']);
    const older = await memory.list('u', { limit: 2, order: 'newest', cursor: newest.next_cursor! });
    expect(older.messages.map((message) => message.message_id)).toEqual(['m2', 'm1']);
    expect(
      (await memory.list('u', { role: 'assistant' })).messages.map((message) => message.message_id),
    ).toEqual(['m2']);
    expect((await memory.list('u', { since: at('2024-04-01T00:00:00Z') })).messages).toHaveLength(1);
    expect((await memory.list('somebody else', {})).messages).toEqual([]);
    expect(await memory.get('somebody else', remembered[0]!.id)).toBeNull();
    expect((await memory.recall('somebody else', { query: 'resume builder' })).results).toEqual([]);
  });

  test('the same message_id again changes nothing, in one call, in two, and in two at the same time', async () => {
    const { memory, store } = await open();
    const [first] = await memory.remember('u', [{ ...talk[0]!, text: 'first' }]);
    const [again] = await memory.remember('u', [{ ...talk[0]!, text: 'second' }]);
    expect(again).toEqual({ ...first, created: false });
    const both = await memory.remember('u', [
      { message_id: 'x', role: 'user', text: 'one' },
      { message_id: 'x', role: 'user', text: 'two' },
    ]);
    expect(both.map((message) => message.created)).toEqual([true, false]);
    expect((await memory.get('u', 'x'))?.text).toBe('one');
    const racing = await Promise.all(
      Array.from({ length: 5 }, () =>
        memory.remember('u', [{ message_id: 'race', role: 'user', text: 'race' }]),
      ),
    );
    expect(racing.flat().filter((message) => message.created)).toHaveLength(1);
    expect(await count(store, 'user_message_embeddings')).toBe(3);
    expect(await count(store, 'interviewly.documents')).toBe(3);
    // Another person may use the same ids.
    expect((await memory.remember('v', [talk[0]!]))[0]!.created).toBe(true);
  });

  test('a message is found by keyword at once, and by meaning when its embedding is there', async () => {
    const { memory, engine, store } = await open();
    await memory.remember('u', talk);
    expect(engine.batches).toEqual([]);
    const atOnce = await memory.recall('u', {
      query: 'What do I pay for the resume builder?',
      mode: 'keyword',
    });
    expect(atOnce.results[0]!.message_id).toBe('m1');
    const hybrid = await memory.recall('u', {
      query: 'What do I pay for the resume builder?',
      explain: true,
    });
    expect(hybrid).toMatchObject({ mode: 'hybrid' });
    expect(hybrid.results[0]!.message_id).toBe('m1');
    expect((await memory.queue.status()).pending).toBe(4);
    await memory.queue.drain();
    expect((await memory.queue.status()).pending).toBe(0);
    const semantic = await memory.recall('u', { query: 'moved with two cats', mode: 'semantic', k: 2 });
    expect(semantic.results[0]!.message_id).toBe('m4');
    expect(semantic.results).toHaveLength(2);
    const { rows } = await sql<{ embedded: number }>`
      select count(*) as embedded from user_message_embeddings where embedding is not null`.execute(store.db);
    expect(Number(rows[0]!.embedded)).toBe(4);
    const embedding = await store.dialect.readEmbedding(store.db, semantic.results[0]!.id);
    expect(embedding).toHaveLength(1536);
    expect(Math.hypot(...embedding!)).toBeCloseTo(1, 4);
  });

  test('filters narrow every mode', async () => {
    const { memory } = await open();
    await memory.remember('u', talk);
    await memory.queue.drain();
    for (const mode of ['hybrid', 'semantic', 'keyword'] as const) {
      const find = async (filters: Parameters<Memory['recall']>[1]['filters']) =>
        (await memory.recall('u', { query: 'resume builder interview Lyon', mode, filters })).results.map(
          (m) => m.message_id,
        );
      expect((await find({ conversation_id: 'c2' })).sort()).toEqual(['m4']);
      expect((await find({ role: 'assistant' })).sort()).toEqual(['m2']);
      expect((await find({ until: at('2024-03-15T10:00:30Z') })).sort()).toEqual(['m1']);
      expect(await find({ context_type: 'nothing of the kind' })).toEqual([]);
    }
  });

  test('the context quotes with dates and speakers, grouped and in order, within its budget', async () => {
    const { memory } = await open();
    await memory.remember('u', talk);
    const context = await memory.context('u', { query: 'resume builder interview Lyon', token_budget: 400 });
    expect(context.context).toContain('2024-03-15, They said:\n> I pay $12.99 a month');
    expect(context.context).toContain('2024-03-15, You answered:\n> Noted.');
    expect(context.context.indexOf('Lyon')).toBeGreaterThan(context.context.indexOf('bakery'));
    expect(context.sources).toEqual(['m1', 'm2', 'm3', 'm4']);
    expect(context.tokens).toBeLessThanOrEqual(400);
    const small = await memory.context('u', { query: 'resume builder interview Lyon', token_budget: 80 });
    expect(small.sources.length).toBeLessThan(4);
    expect(small.tokens).toBeLessThanOrEqual(80);
    const current = await memory.context('u', { query: 'resume builder', conversation_id: 'c1' });
    expect(current.sources).not.toContain('m1');
  });

  test('the context tells what a short answer answers, of its own conversation and owner', async () => {
    const { memory } = await open();
    const said = (role: 'user' | 'assistant', text: string, conversation_id: string) => ({
      ...{ role, text, conversation_id },
    });
    await memory.remember('v', [said('assistant', 'Do you like cats?', 'c1')]);
    await memory.remember('u', [
      said('assistant', 'Do you play chess?', 'c2'),
      said('assistant', 'Which pay would you want?', 'c1'),
      said('assistant', 'Any other plans?', 'c2'),
      said('user', '52,000.', 'c1'),
      ...Array.from({ length: 30 }, (_, i) => said('user', `Week ${i} went by.`, 'c3')),
    ]);
    await memory.queue.drain();
    const { context, tokens } = await memory.context('u', { query: 'Is 52,000 a week much?' });
    expect(context).toContain('> Which pay would you want?');
    expect(context.indexOf('> Which pay')).toBeLessThan(context.indexOf('> 52,000.'));
    expect(context).not.toMatch(/cats|chess|plans/);
    expect(tokens).toBeLessThanOrEqual(1_500);
  });

  test('what a short answer answers is told by time: of rows of another program, and of what is stored late', async () => {
    const { memory, store } = await open();
    const row = (
      id: string,
      minute: number,
      role: 'user' | 'assistant',
      text: string,
      conversation: string,
    ) => ({
      ...{ id, user_id: 'u', message_id: id, message_text: text, message_role: role },
      ...{ conversation_id: conversation, created_at: new Date(Date.UTC(2024, 4, 1, 9, minute)) },
    });
    // They come into the index in the order of their ids, some at a time: the question of the answer in a later round.
    await store.db
      .insertInto('user_message_embeddings')
      .values([
        row('a1', 1, 'assistant', 'Do you play chess?', 'c1'),
        row('z1', 2, 'user', 'I used to play it at school.', 'c1'),
        row('z2', 3, 'assistant', 'Which pay would you want?', 'c1'),
        row('a2', 4, 'user', '52,000.', 'c1'),
        ...Array.from({ length: 80 }, (_, i) => row(`m${i}`, 5, 'user', `Week ${i} went by.`, 'c2')),
      ])
      .execute();
    await memory.queue.drain();
    const at = (minute: number) => new Date(Date.UTC(2024, 4, 2, 9, minute));
    await memory.remember('u', [
      { role: 'assistant', text: 'Do you like cats?', conversation_id: 'c3', created_at: at(3) },
      { role: 'user', text: '71,000.', conversation_id: 'c3', created_at: at(2) },
      { role: 'assistant', text: 'And what is paid elsewhere?', conversation_id: 'c3', created_at: at(1) },
    ]);
    await memory.queue.drain();
    const told = async (query: string) => (await memory.context('u', { query })).context;
    expect(await told('Is 52,000 a week much?')).toMatch(/> Which pay would you want\?\n.*\n> 52,000\./);
    expect(await told('Is 52,000 a week much?')).not.toContain('chess');
    expect(await told('Is 71,000 a week much?')).toMatch(/> And what is paid elsewhere\?\n.*\n> 71,000\./);
  });

  test('what is forgotten is gone from every table', async () => {
    const { memory, store } = await open();
    await memory.remember('u', talk);
    await memory.remember('v', [{ role: 'user', text: 'I pay for the resume builder too.' }]);
    await memory.queue.drain();
    expect(await memory.forgetMessage('v', 'm1')).toBe(false);
    expect(await memory.forgetMessage('u', 'm1')).toBe(true);
    expect(await memory.forgetMessage('u', 'm1')).toBe(false);
    for (const mode of ['hybrid', 'semantic', 'keyword'] as const) {
      const { results } = await memory.recall('u', {
        query: 'I pay $12.99 a month for the resume builder',
        mode,
      });
      expect(results.map((message) => message.message_id)).not.toContain('m1');
    }
    expect(await memory.forgetConversation('u', 'c1')).toBe(2);
    expect(await count(store, 'interviewly.documents')).toBe(2);
    expect(await memory.forgetEverything('u')).toBe(1);
    for (const table of ['documents', 'vectors', 'vector_bits', 'owners']) {
      expect([table, await count(store, `interviewly.${table}`)]).toEqual([table, 1]);
    }
    expect(await memory.forgetEverything('v')).toBe(1);
    expect(await count(store, 'interviewly.postings')).toBe(0);
  });

  test("another program's rows are indexed, embedded and forgotten as ours are", async () => {
    const { memory, store } = await open();
    await memory.remember('u', [talk[0]!]);
    await sql`insert into user_message_embeddings (id, user_id, message_id, message_text, message_role, created_at)
      values ('old', 'u', 'old-message', 'I once worked at a lighthouse', 'user', '2020-01-02 03:04:05')`.execute(
      store.db,
    );
    await memory.queue.drain();
    const { results } = await memory.recall('u', { query: 'lighthouse', mode: 'keyword' });
    expect(results[0]).toMatchObject({ id: 'old', created_at: '2020-01-02T03:04:05.000Z' });
    expect(
      (await memory.recall('u', { query: 'worked at a lighthouse', mode: 'semantic' })).results[0]!.id,
    ).toBe('old');
    await sql`update user_message_embeddings set message_text = 'I once worked at a windmill' where id = 'old'`.execute(
      store.db,
    );
    await memory.queue.drain();
    expect((await memory.recall('u', { query: 'lighthouse', mode: 'keyword' })).results).toEqual([]);
    expect((await memory.recall('u', { query: 'windmill', mode: 'keyword' })).results[0]!.id).toBe('old');
    await sql`delete from user_message_embeddings where id = 'old'`.execute(store.db);
    expect((await memory.recall('u', { query: 'windmill' })).results.map((m) => m.id)).not.toContain('old');
    expect(await count(store, 'interviewly.documents')).toBe(1);
    expect(await count(store, 'interviewly.vectors')).toBe(1);
  });

  test('an engine that is away loses nothing; keywords go on and say so', async () => {
    const { memory, engine } = await open();
    await memory.remember('u', talk);
    engine.fail = () => new EmbeddingUnavailable('the provider is away', { retryAfterMs: 0 });
    await expect(memory.queue.workOnce()).rejects.toThrow('the provider is away');
    const { mode, degraded, results } = await memory.recall('u', { query: 'What do I pay a month?' });
    expect([mode, degraded]).toEqual(['keyword', 'the provider is away']);
    expect(results[0]!.message_id).toBe('m1');
    engine.fail = null;
    await memory.queue.drain();
    expect(await memory.queue.status()).toEqual({ pending: 0, set_aside: [], set_aside_count: 0 });
  });

  test('a poison message is set aside and visible, and holds up nobody', async () => {
    const { memory, engine } = await open();
    engine.fail = (texts) =>
      texts.some((text) => text.includes('bakery')) ? new EmbeddingRejected('too odd') : null;
    await memory.remember('u', talk);
    await memory.queue.drain();
    const status = await memory.queue.status();
    expect(status).toMatchObject({ pending: 0, set_aside_count: 1, set_aside: [{ error: 'too odd' }] });
    expect((await memory.recall('u', { query: 'bakery' })).results[0]!.message_id).toBe('m3');
    engine.fail = null;
    expect(await memory.queue.retrySetAside()).toBe(1);
    await memory.queue.drain();
    expect((await memory.queue.status()).set_aside_count).toBe(0);
  });

  test('another embedding model embeds everything again, and vectors of two models never mix', async () => {
    const first = await open();
    await first.memory.remember('u', talk);
    await first.memory.queue.drain();
    const engine = new WordEngine('test/other');
    const memory = createMemory({
      store: first.store,
      embedding: engine,
      logger: silent,
      clock: systemClock,
    });
    // The working off of the queue changes over, a question does not.
    engine.fail = (texts) => (texts.includes(probe) ? null : new EmbeddingUnavailable('not yet'));
    await expect(memory.queue.workOnce()).rejects.toThrow('not yet');
    engine.fail = null;
    engine.batches.length = 0;
    expect((await memory.recall('u', { query: 'two cats', mode: 'semantic' })).results).toEqual([]);
    expect((await memory.recall('u', { query: 'two cats' })).results[0]!.message_id).toBe('m4');
    const before = { engine: 'test/other', messages: 4, embedded: 0, pending: 4, set_aside: 0 };
    expect(await memory.progress('u')).toMatchObject(before);
    expect(await memory.progress(null)).toMatchObject(before);
    expect(await memory.progress('nobody')).toMatchObject({ messages: 0, embedded: 0, pending: 0 });
    await memory.queue.drain();
    expect(await memory.progress('u')).toMatchObject({ messages: 4, embedded: 4, pending: 0 });
    expect((await memory.recall('u', { query: 'two cats', mode: 'semantic' })).results[0]!.message_id).toBe(
      'm4',
    );
    expect(engine.embedded).toHaveLength(5);
  });

  test('an engine that does not work puts no other one aside', async () => {
    const { memory, store } = await open();
    await memory.remember('u', talk);
    await memory.queue.drain();
    const broken = new WordEngine('test/broken');
    broken.fail = () => new EmbeddingUnavailable('the key is refused', { retryAfterMs: 0 });
    const wrong = createMemory({ store, embedding: broken, logger: silent, clock: systemClock });
    expect(await wrong.recall('u', { query: 'two cats' })).toMatchObject({ degraded: 'the key is refused' });
    await expect(wrong.queue.workOnce()).rejects.toThrow('the key is refused');
    expect((await memory.queue.status()).pending).toBe(0);
    expect((await memory.recall('u', { query: 'two cats', mode: 'semantic' })).results[0]!.message_id).toBe(
      'm4',
    );
  });

  test('quotes in the replies of the assistant are not found again', async () => {
    const { memory } = await open();
    await memory.remember('u', [
      {
        role: 'assistant',
        text: 'On 15 March you said:\n\n> I keep a zeppelin in the shed\n\nIs that still so?',
      },
      { role: 'user', text: '> somebody wrote about a dirigible\nWhat is that?' },
    ]);
    expect((await memory.recall('u', { query: 'zeppelin', mode: 'keyword' })).results).toEqual([]);
    expect((await memory.recall('u', { query: 'dirigible', mode: 'keyword' })).results).toHaveLength(1);
  });

  const readOut: NewMessage = {
    message_id: 'reply',
    conversation_id: 'c1',
    role: 'assistant',
    text: 'What you pay: **$12.99**. You said on 15 March 2024:\n\n> I pay $12.99 a month for the resume builder.\n\n_Answered offline._',
    created_at: at('2024-03-15T10:03:00Z'),
    metadata: { engine: 'offline', reply_to: 'm1', memories: [], sources: [] },
  };
  const findsReply = async (memory: Memory, user = 'u') => {
    const found: string[] = [];
    for (const mode of ['hybrid', 'semantic', 'keyword'] as const) {
      const query = 'What you pay a month for the resume builder, answered offline';
      const { results } = await memory.recall(user, { query, mode, k: 100 });
      expect(results.map((message) => message.message_id)).toContain('m1');
      if (results.some((message) => message.text === readOut.text)) found.push(mode);
    }
    const { context } = await memory.context(user, { query: 'What do I pay for the resume builder?' });
    expect(context.split('I pay $12.99').length).toBe(2);
    expect(context).not.toContain('> >');
    return found;
  };

  test('what the offline engine read out is kept and not found, here and where an export is read in', async () => {
    const { memory, store } = await open();
    await memory.remember('u', [...talk, readOut]);
    await memory.queue.drain();
    expect(await findsReply(memory)).toEqual([]);
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'interviewly-own-')), 'u.jsonl');
    await writeFile(file, exportLines(memory, 'u'));
    await importFile({ store, memory }, await checkFile(file), { user: 'v' });
    await rm(path.dirname(file), { recursive: true });
    await memory.queue.drain();
    expect(await findsReply(memory, 'v')).toEqual([]);
    expect((await memory.list('v', {})).messages.map(({ text }) => text)).toContain(readOut.text);
    expect(await memory.queue.status()).toMatchObject({ pending: 0, set_aside_count: 0 });
    await memory.forgetEverything('v');
    await memory.forgetMessage('u', 'reply');
    expect(await count(store, 'interviewly.documents')).toBe(4);
  });

  test('what the offline engine read out leaves the index of a database from before', async () => {
    const { memory, store, engine } = await open();
    const { metadata, ...before } = readOut;
    await memory.remember('u', [...talk, before]);
    await memory.remember('other', [talk[0]!, before]);
    await memory.queue.drain();
    // As it was indexed then: all but the quote.
    expect((await memory.recall('u', { query: 'answered', mode: 'keyword' })).results).toHaveLength(1);
    await store.db
      .updateTable('user_message_embeddings')
      .set({ metadata_json: json(metadata!) })
      .where('message_id', '=', 'reply')
      .where('user_id', '=', 'u')
      .execute();
    await store.db.deleteFrom('interviewly.migrations').where('name', '=', '0015-offline-replies').execute();
    const documents = () =>
      store.db.selectFrom('interviewly.documents').select(['id', 'seq']).orderBy('seq').execute();
    const numbers = await documents();
    await store.prepare();
    // In the process that held it, and in one that starts.
    expect(await findsReply(memory)).toEqual([]);
    const started = createMemory({ store, embedding: engine, logger: silent, clock: systemClock });
    expect(await findsReply(started)).toEqual([]);
    await started.queue.drain();
    expect(await findsReply(started)).toEqual([]);
    expect(await documents()).toEqual(numbers);
    // The index is what it would be if it had been made now.
    const { rows } = await sql<{ total: number; sum: number }>`
      select o.total_length as total, (select sum(d.length) from ${sql.table('interviewly.documents')} d where d.owner = o.key) as sum
      from ${sql.table('interviewly.owners')} o`.execute(store.db);
    for (const { total, sum } of rows) expect(Number(total)).toBe(Number(sum));
    expect((await memory.recall('other', { query: 'answered', mode: 'keyword' })).results).toHaveLength(1);
  });

  test('a text of very many words is stored, found and forgotten without keeping everybody waiting', async () => {
    const { memory, store } = await open();
    const many = Array.from({ length: 15_000 }, (_, i) => `word${i.toString(36)}`).join(' ');
    await memory.remember('u', [{ message_id: 'huge', role: 'user', text: many }]);
    expect((await memory.recall('u', { query: 'word1', mode: 'keyword' })).results[0]!.message_id).toBe(
      'huge',
    );
    expect(await count(store, 'interviewly.postings')).toBeLessThanOrEqual(3_000);
    await memory.forgetMessage('u', 'huge');
    expect(await count(store, 'interviewly.postings')).toBe(0);
  });

  test('an export holds everything, in time order', async () => {
    const { memory } = await open();
    await memory.remember('u', [
      { ...talk[3]!, metadata: { mood: 'glad', tags: ['x'] }, context_type: 'career_chat' },
      ...talk.slice(0, 3),
    ]);
    const exported = await Array.fromAsync(memory.exportMessages('u'));
    expect(exported.map((message) => message.message_id)).toEqual(['m1', 'm2', 'm3', 'm4']);
    expect(exported[3]).toMatchObject({
      metadata: { mood: 'glad', tags: ['x'] },
      context_type: 'career_chat',
    });
  });
});
