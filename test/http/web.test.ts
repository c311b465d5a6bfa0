import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtSite, sourceStamp } from '../../src/http/index.ts';
import { type TestApp, testApp } from '../context.ts';
import { expectProblem } from './problems.ts';

const html = { accept: 'text/html,application/xhtml+xml' };
let folder: string;
let app: TestApp;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'interviewly-web-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>The app</title>');
  writeFileSync(join(folder, 'color-scheme.js'), '/* scheme */');
  writeFileSync(join(folder, 'assets/index-abc123.js'), 'console.log(1)');
  writeFileSync(join(folder, 'assets/index-abc123.js.gz'), gzipSync('console.log(1)'));
  writeFileSync(join(folder, '.stamp'), 'secret');
  app = await testApp({ web: builtSite(folder) });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  app.request('GET', path, { token: null, headers });

test.each(['/', '/memory', '/cv/018f', '/jobs/a.b'])(
  '%s is the app, under a policy without inline scripts',
  async (path) => {
    const { status, headers, text } = await get(path, html);
    expect(status).toBe(200);
    expect(text).toContain('The app');
    expect(headers.get('cache-control')).toBe('no-cache');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  },
);

test('files with a hash in their name are kept for ever, and come compressed where that is taken', async () => {
  const plain = await get('/assets/index-abc123.js', { 'accept-encoding': 'identity' });
  expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(plain.headers.get('content-type')).toContain('javascript');
  const zipped = await get('/assets/index-abc123.js', { 'accept-encoding': 'gzip' });
  expect(zipped.headers.get('content-encoding')).toBe('gzip');
  expect(zipped.text).toBe('console.log(1)');
  const top = await get('/color-scheme.js');
  expect(top.headers.get('cache-control')).toBe('no-cache');
});

test.each([
  ['/api/nothing', html],
  ['/api', html],
  ['/health/nothing', html],
  ['/docs/nothing', html],
  ['/mcp', html],
  ['/v1/models', html],
  ['/assets/gone-1.js', {}],
  ['/assets/gone-1.js', html],
  ['/nothing', { accept: '*/*' }],
  ['/.stamp', {}],
  ['/assets/../.stamp', {}],
  ['/assets/..%2f.stamp', {}],
  ['/assets/..%2f..%2fpackage.json', html],
  ['/..%2f..%2fetc%2fpasswd', {}],
])('%s stays a 404 of the API’s kind (%o)', async (path, headers) => {
  const response = await get(path, headers);
  expectProblem(response, 404, 'not_found');
  expect(response.text).not.toContain('secret');
});

test('what is no reading is refused as ever', async () => {
  expectProblem(await app.request('POST', '/memory', { headers: html }), 404, 'not_found');
  expectProblem(await app.request('PUT', '/api/session'), 405, 'method_not_allowed');
});

describe('without a built app', () => {
  test.each([
    ['building', 503, 'being built'],
    ['failed', 503, 'could not be built'],
  ] as const)('%s: a page says so', async (state, status, words) => {
    const other = await testApp({ web: { root: folder, state: () => state } });
    const page = await other.request('GET', '/', { token: null, headers: html });
    expect(page.status).toBe(status);
    expect(page.text).toContain(words);
    expect(page.text).not.toContain('<script');
    expect((await other.request('GET', '/api/account')).status).toBe(200);
    await other.close();
  });

  test('absent: / leads to the documentation', async () => {
    const other = await testApp({ web: { root: folder, state: () => 'absent' } });
    const page = await other.request('GET', '/', { token: null, headers: html });
    expect(page.headers.get('location')).toBe('/docs');
    expectProblem(await other.request('GET', '/memory', { token: null, headers: html }), 404, 'not_found');
    await other.close();
  });
});

test('the stamp of the sources follows what is in them, and nothing else', () => {
  const root = mkdtempSync(join(tmpdir(), 'interviewly-stamp-'));
  mkdirSync(join(root, 'web/dist'), { recursive: true });
  writeFileSync(join(root, 'package-lock.json'), '{}');
  writeFileSync(join(root, 'web/main.ts'), 'a');
  const first = sourceStamp(root);
  writeFileSync(join(root, 'web/dist/index.html'), 'built');
  writeFileSync(join(root, 'web/README.md'), 'words');
  expect(sourceStamp(root)).toBe(first);
  writeFileSync(join(root, 'web/main.ts'), 'b');
  expect(sourceStamp(root)).not.toBe(first);
  rmSync(root, { recursive: true, force: true });
});
