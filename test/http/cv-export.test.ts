import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Resume } from '../../src/career/resume/index.ts';
import { attachmentOf } from '../../src/routing/attachment.ts';
import { type TestApp, testApp } from '../context.ts';
import { resumes } from './export-resumes.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

async function added(resume: Resume): Promise<string> {
  const { status, body } = await app.request('POST', '/api/cv', { body: { json_resume: resume } });
  expect(status).toBe(201);
  return (body as { id: string }).id;
}

async function exported(
  id: string,
  format: string,
): Promise<{ bytes: Uint8Array; headers: Headers; status: number }> {
  const response = await fetch(`${app.url}/api/cv/${id}/export?format=${format}`, {
    headers: { authorization: `Bearer ${app.token}` },
  });
  return {
    bytes: new Uint8Array(await response.arrayBuffer()),
    headers: response.headers,
    status: response.status,
  };
}

/** Hands a file in as a browser does. */
async function imported(bytes: Uint8Array, filename: string): Promise<Resume> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), filename);
  const response = await fetch(`${app.url}/api/cv`, {
    method: 'POST',
    headers: { authorization: `Bearer ${app.token}` },
    body: form,
  });
  expect(response.status).toBe(201);
  return ((await response.json()) as { json_resume: Resume }).json_resume;
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('what we export, our own importer reads back', () => {
  for (const [name, resume] of Object.entries(resumes)) {
    it.each(['pdf', 'docx', 'md'])(`with nothing lost and nothing added: ${name}, %s`, async (format) => {
      const { bytes } = await exported(await added(resume), format);
      const { meta: _meta, ...read } = (await imported(bytes, `cv.${format}`)) as Resume & {
        $schema?: string;
      };
      delete read.$schema;
      expect(read).toEqual(resume);
    });
  }

  it('as JSON Resume, with the schema and the time of the last change', async () => {
    const resume = resumes['a nurse with accents']!;
    const { bytes, headers } = await exported(await added(resume), 'json');
    const { $schema, meta, ...rest } = JSON.parse(textOf(bytes));
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(rest).toEqual(resume);
    expect($schema).toContain('jsonresume');
    expect(meta).toMatchObject({ version: 'v1.0.0', lastModified: expect.stringMatching(/^\d{4}-.*Z$/) });
  });
});

describe('the file', () => {
  it('has its media type and a name made of the person’s', async () => {
    const id = await added(resumes['names beyond the west']!);
    const pdf = await exported(id, 'pdf');
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.headers.get('content-disposition')).toBe(
      `attachment; filename="Lukasz Zolc CV.pdf"; filename*=UTF-8''%C5%81ukasz%20%C5%BB%C3%B3%C5%82%C4%87%20CV.pdf`,
    );
    expect(textOf(pdf.bytes.slice(0, 5))).toBe('%PDF-');
    const docx = await exported(id, 'docx');
    expect(docx.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    );
    expect((await exported(id, 'md')).headers.get('content-type')).toBe('text/markdown; charset=utf-8');
  });

  it.each([
    [null, 'attachment; filename="CV.pdf"'],
    ['Anna Smith', 'attachment; filename="Anna Smith CV.pdf"'],
    ['../../etc/passwd', 'attachment; filename="etc passwd CV.pdf"'],
    ['a"; filename="b.exe', 'attachment; filename="a ; filename= b.exe CV.pdf"'],
    ['a\r\nSet-Cookie: x', 'attachment; filename="a Set-Cookie x CV.pdf"'],
    ['عمر', `attachment; filename="CV.pdf"; filename*=UTF-8''%D8%B9%D9%85%D8%B1%20CV.pdf`],
    ['\ud800', 'attachment; filename="CV.pdf"'],
  ])('is called safely whatever the person is: %j', (name, header) => {
    expect(attachmentOf([name, 'CV'], 'pdf')).toBe(header);
  });

  it('is made of a CV with next to nothing in it', async () => {
    const id = await added({ basics: { email: 'someone@example.com' } });
    for (const format of ['pdf', 'docx', 'md', 'json']) {
      const { status, bytes } = await exported(id, format);
      expect(status).toBe(200);
      expect(bytes.length).toBeGreaterThan(10);
    }
  });

  it('keeps Arabic, Greek and Cyrillic letters in a PDF', async () => {
    const summary = 'عمر خالد, Ελένη Παπαδοπούλου, Иван Петров, Őrsi';
    const { bytes } = await exported(await added({ basics: { name: 'عمر خالد', summary } }), 'pdf');
    const { text } = await app.context.documents.read(bytes, { filename: 'cv.pdf' });
    for (const word of summary.split(', ')) expect(text).toContain(word);
  });

  it('is refused as PDF, with the letters, where no font has them; other formats keep them', async () => {
    const id = await added({ basics: { name: '山田 太郎', label: 'Engineer' } });
    const { status, bytes } = await exported(id, 'pdf');
    expect(status).toBe(422);
    expect(JSON.parse(textOf(bytes))).toMatchObject({
      code: 'export_letters_missing',
      detail: expect.stringContaining('山'),
    });
    expect(textOf((await exported(id, 'md')).bytes)).toContain('山田 太郎');
    expect((await exported(id, 'docx')).status).toBe(200);
  });

  it('runs over many pages, and others are served meanwhile', async () => {
    const highlights = Array.from(
      { length: 12 },
      (_, at) => `Did the thing number ${at} ${'and another thing '.repeat(9)}`,
    );
    const work = Array.from({ length: 9 }, (_, at) => ({
      name: `Firm ${at}`,
      position: 'Engineer',
      startDate: '2020',
      highlights,
    }));
    const id = await added({ basics: { name: 'Long Life' }, work });
    let done = false;
    const pdf = exported(id, 'pdf').finally(() => {
      done = true;
    });
    let slowest = 0;
    for (let served = 0; !done || served < 3; served++) {
      const start = performance.now();
      await app.request('GET', '/api/cv');
      slowest = Math.max(slowest, performance.now() - start);
    }
    const { pages, text } = await app.context.documents.read((await pdf).bytes, { filename: 'cv.pdf' });
    expect(pages).toBeGreaterThan(3);
    expect(text).toContain('Firm 8');
    expect(slowest).toBeLessThan(10_000);
  });

  it('is nobody else’s', async () => {
    const id = await added(resumes['a nurse with accents']!);
    const other = (await app.request('POST', '/api/session', { token: null })).body as { token: string };
    const path = `/api/cv/${id}/export?format=md`;
    expect((await app.request('GET', path, { token: other.token })).status).toBe(404);
    expect((await app.request('GET', path, { token: null })).status).toBe(401);
    expect((await app.request('GET', `/api/cv/${id}/export?format=exe`)).status).toBe(400);
  });
});

describe('Markdown', () => {
  it('takes nothing of a CV for a mark', async () => {
    const summary = '# Not a heading\n1. not a list *nor* [a link](x) <b>bold</b> snake_case _x_';
    const { bytes } = await exported(await added({ basics: { name: 'A * B', summary } }), 'md');
    const text = textOf(bytes);
    expect(text).toContain('# A \\* B');
    expect(text).toContain('\\# Not a heading');
    expect(text).toContain('1\\. not a list \\*nor\\* \\[a link\\](x) \\<b>bold\\</b> snake_case \\_x\\_');
  });
});
