import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MemoryMessage, RecallResult } from '../../src/memory/types.ts';
import { type TestApp, testApp } from '../context.ts';
import { column, makePdf, textAt } from '../fakes/pdf.ts';
import { makeZip } from '../fakes/zip.ts';
import { expectProblem } from './problems.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ env: { RATE_LIMIT_PER_MINUTE: '10000' } });
});
afterAll(() => app.close());

interface Answer {
  id: string;
  filename: string;
  json_resume: { basics?: { name?: string; email?: string }; work?: { name?: string }[] };
  warnings: { code: string }[];
  source_spans: Record<string, { start: number; end: number }[]>;
  engine: string | null;
  text: string;
}

const adaLines = [
  'ada@example.org',
  'Experience',
  'Senior Engineer, Acme Corp',
  'January 2019 - Present',
  'Built the billing system',
  'Education',
  'BSc Computer Science, Example University, 2012',
  'Skills',
  'TypeScript, Postgres, Kubernetes',
];
const adaPdf = () =>
  makePdf([
    { content: `${textAt(50, 780, 'Ada Example', { size: 24, font: 2 })}\n${column(50, 740, adaLines)}` },
  ]);

const resume = {
  basics: { name: 'Ada Example', email: 'ada@example.org', label: 'Engineer' },
  work: [
    {
      name: 'Acme Corp',
      position: 'Senior Engineer',
      startDate: '2019-01',
      highlights: ['Built the billing system'],
    },
  ],
  education: [{ institution: 'Example University', studyType: 'BSc', endDate: '2012' }],
  skills: [{ name: 'Languages', keywords: ['TypeScript', 'SQL'] }],
};

async function upload(bytes: Uint8Array, name: string, fields: Record<string, string> = {}) {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.append(key, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const response = await fetch(`${app.url}/api/cv`, {
    method: 'POST',
    headers: { authorization: `Bearer ${app.token}` },
    body: form,
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) as unknown };
}
const send = (body: unknown) => app.request('POST', '/api/cv', { body });
const get = (id: string) => app.request('GET', `/api/cv/${id}`);
const cvOf = ({ body }: { body: unknown }) => body as Answer;

describe('adding a CV', () => {
  test('as a file: its text, its parts, and where each stands', async () => {
    const response = await upload(adaPdf(), 'ada.pdf');
    expect(response.status).toBe(201);
    const added = cvOf(response);
    expect(added).toMatchObject({ filename: 'ada.pdf', engine: 'offline' });
    expect(added.json_resume.basics).toMatchObject({ name: 'Ada Example', email: 'ada@example.org' });
    const shown = cvOf(await get(added.id));
    expect(shown).toMatchObject({ id: added.id, file_type: 'pdf', pages: 1, json_resume: added.json_resume });
    expect(shown.text).toContain('Senior Engineer, Acme Corp');
    const [span] = added.source_spans['/basics/email']!;
    expect(shown.text.slice(span!.start, span!.end)).toBe('ada@example.org');
  });

  test('as text, and as JSON Resume in the body or in a file', async () => {
    const text = cvOf(await send({ text: `Ada Example\n${adaLines.join('\n')}`, filename: 'pasted.txt' }));
    expect(text).toMatchObject({
      filename: 'pasted.txt',
      json_resume: { basics: { email: 'ada@example.org' } },
    });
    const json = await send({ json_resume: resume });
    expect(json.status).toBe(201);
    expect(json.body).toMatchObject({ json_resume: resume, warnings: [], filename: 'cv.json' });
    const file = await upload(Buffer.from(JSON.stringify(resume)), 'resume.json', { filename: 'mine.json' });
    expect(file.body).toMatchObject({ json_resume: resume, warnings: [], filename: 'mine.json' });
    const shown = cvOf(await get(cvOf(file).id));
    const [span] = shown.source_spans['/work/0/highlights/0']!;
    expect(shown.text.slice(span!.start, span!.end)).toBe('Built the billing system');
  });

  test('the same file again is another CV', async () => {
    const first = cvOf(await upload(adaPdf(), 'ada.pdf'));
    const second = cvOf(await upload(adaPdf(), 'ada.pdf'));
    expect(second.id).not.toBe(first.id);
  });

  test('a name leads into no folder', async () => {
    const named = cvOf(await send({ text: 'Ada Example', filename: '../../etc/passwd\u0007.txt' }));
    expect(named.filename).toBe('passwd.txt');
  });

  test('a JSON Resume that is none is refused with the fields', async () => {
    const problems = expectProblem(
      await send({ json_resume: { work: [{ startDate: 'May' }] } }),
      400,
      'invalid_input',
    );
    expect(problems).toHaveProperty(['json_resume.work[0].startDate']);
    const inFile = await upload(Buffer.from('{"basics": 1}'), 'resume.json');
    expect(expectProblem(inFile as never, 400, 'invalid_input')).toHaveProperty(['file.basics']);
    const nul = await upload(Buffer.from('{"basics": {"name": "a\\u0000"}}'), 'resume.json');
    expectProblem(nul as never, 400, 'invalid_input');
  });

  test('exactly one of file, text and json_resume', async () => {
    expectProblem(await send({}), 400, 'invalid_input');
    expectProblem(await send({ text: 'x', json_resume: resume }), 400, 'invalid_input');
    expect(expectProblem(await send({ file: 'x' }), 400, 'invalid_input')).toHaveProperty('file');
    expect(expectProblem(await send({ text: ' ' }), 400, 'invalid_input')).toHaveProperty('text');
    expect(expectProblem(await send({ text: 'x', colour: 'red' }), 400, 'invalid_input')).toHaveProperty(
      'colour',
    );
    expectProblem((await upload(adaPdf(), 'a.pdf', { text: 'x' })) as never, 400, 'invalid_input');
  });
});

describe('bad files', () => {
  test.each([
    ['an empty one', () => Buffer.alloc(0), 400, 'file_empty'],
    ['pictures', () => makePdf([{ content: '' }], { picture: 10 }), 422, 'file_image_only'],
    [
      '1,000 pages',
      () => makePdf(Array.from({ length: 1_000 }, () => ({ content: '' }))),
      422,
      'file_too_long',
    ],
    ['a renamed archive', () => makeZip([{ name: 'a.txt', data: 'a' }]), 415, 'file_type_unsupported'],
    [
      'a zip bomb',
      () => makeZip([{ name: 'word/document.xml', data: Buffer.alloc(12_000_000) }]),
      422,
      'file_unreadable',
    ],
  ] as const)('%s', async (_name, make, status, code) => {
    const response = await upload(make(), 'cv.docx');
    expectProblem(response as never, status, code);
    expect(response.body).toHaveProperty('remedy');
  });

  test('50 MB, with its length told or not', async () => {
    const big = Buffer.alloc(50 * 1024 * 1024, 'a');
    expectProblem((await upload(big, 'cv.pdf')) as never, 413, 'file_too_large');
    const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="cv.pdf"\r\n\r\n';
    async function* parts() {
      yield Buffer.from(head);
      for (let i = 0; i < 12; i++) yield Buffer.alloc(1024 * 1024, 'a');
      yield Buffer.from('\r\n--x--\r\n');
    }
    const response = await fetch(`${app.url}/api/cv`, {
      method: 'POST',
      headers: { authorization: `Bearer ${app.token}`, 'content-type': 'multipart/form-data; boundary=x' },
      body: ReadableStream.from(parts()),
      duplex: 'half',
    });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: 'file_too_large' });
  });

  test('forms that are none, or hold too much', async () => {
    const form = (body: string) =>
      app.request('POST', '/api/cv', {
        body,
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      });
    expectProblem(await form('nonsense'), 400, 'invalid_input');
    expectProblem(
      await form('--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc'),
      400,
      'invalid_input',
    );
    const part = (name: string) =>
      `--x\r\ncontent-disposition: form-data; name="${name}"; filename="a"\r\n\r\nabc\r\n`;
    expectProblem(await form(`${part('file')}${part('more')}--x--\r\n`), 400, 'invalid_input');
    expectProblem(await form(`${part('__proto__')}--x--\r\n`), 400, 'invalid_input');
  });

  test('forms are taken by no other route', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    for (const [method, path] of [
      ['POST', '/api/memory/search'],
      ['PATCH', '/api/cv/some'],
    ] as const)
      expectProblem(
        await app.request(method, path, { body: '--x--', headers }),
        415,
        'unsupported_media_type',
      );
  });
});

describe('CVs of one person', () => {
  test('are listed, corrected and deleted', async () => {
    const { id } = cvOf(await upload(adaPdf(), 'mine.pdf'));
    const list = await app.request('GET', '/api/cv?limit=1');
    expect(list.body).toMatchObject({
      cvs: [{ id, filename: 'mine.pdf', file_type: 'pdf', name: 'Ada Example', engine: 'offline' }],
      next_cursor: id,
    });
    const next = await app.request('GET', `/api/cv?limit=200&cursor=${id}`);
    expect(next.body).toMatchObject({ next_cursor: null });
    expect((next.body as { cvs: { id: string }[] }).cvs.map((cv) => cv.id)).not.toContain(id);

    const before = cvOf(await get(id));
    const corrected = await app.request('PATCH', `/api/cv/${id}`, { body: { json_resume: resume } });
    expect(corrected.body).toMatchObject({ id, json_resume: resume, text: before.text });
    expect(cvOf(corrected).source_spans['/basics/email']).toEqual(before.source_spans['/basics/email']);
    expect(cvOf(corrected).source_spans).not.toHaveProperty(['/work/0/highlights/7']);
    const wrong = await app.request('PATCH', `/api/cv/${id}`, { body: { json_resume: { skills: 'many' } } });
    expect(expectProblem(wrong, 400, 'invalid_input')).toHaveProperty(['json_resume.skills']);

    expect((await app.request('DELETE', `/api/cv/${id}`)).status).toBe(204);
    expectProblem(await get(id), 404, 'not_found');
    expectProblem(await app.request('DELETE', `/api/cv/${id}`), 404, 'not_found');
  });

  test('are nobody else\u2019s', async () => {
    const { id } = cvOf(await send({ json_resume: resume }));
    const other = (await app.request('POST', '/api/session', { token: null })).body as { token: string };
    const token = other.token;
    expectProblem(await app.request('GET', `/api/cv/${id}`, { token }), 404, 'not_found');
    expectProblem(
      await app.request('PATCH', `/api/cv/${id}`, { token, body: { json_resume: resume } }),
      404,
      'not_found',
    );
    expectProblem(await app.request('DELETE', `/api/cv/${id}`, { token }), 404, 'not_found');
    expect((await app.request('GET', '/api/cv', { token })).body).toEqual({ cvs: [], next_cursor: null });
    expectProblem(await app.request('GET', `/api/cv?cursor=${id}`, { token }), 400, 'invalid_input');
    expectProblem(await app.request('GET', '/api/cv', { token: null }), 401, 'unauthenticated');
    expect((await get(id)).status).toBe(200);
  });
});

describe('memory', () => {
  test('knows what a CV says, until it is deleted', async () => {
    const { id } = cvOf(await send({ json_resume: resume, filename: 'ada.json' }));
    const search = async () =>
      (
        (
          await app.request('POST', '/api/memory/search', {
            body: { query: 'What does my CV say about Acme?', filters: { conversation_id: id } },
          })
        ).body as RecallResult
      ).results;
    const [best] = await search();
    expect(best).toMatchObject({ context_type: 'cv', role: 'user', metadata: { kind: 'cv', id } });
    expect(best!.text).toBe(
      'My CV «ada.json» says: I worked as Senior Engineer at Acme Corp (2019-01 to present). Built the billing system',
    );
    const listed = await app.request('GET', `/api/memory/messages?conversation_id=${id}`);
    const { messages } = listed.body as { messages: MemoryMessage[] };
    expect(messages.map(({ text }) => text.replace('My CV «ada.json» says: ', '').slice(0, 12))).toEqual([
      'Ada Example.',
      'I worked as ',
      'my education',
      'my skills ar',
    ]);
    await app.request('PATCH', `/api/cv/${id}`, {
      body: { json_resume: { ...resume, work: [{ name: 'Initech' }] } },
    });
    const texts = (await search()).map(({ text }) => text).join('\n');
    expect(texts).toContain('Initech');
    expect(texts).not.toContain('Acme');
    await app.request('DELETE', `/api/cv/${id}`);
    expect(await search()).toEqual([]);
  });
});
