import type { OpenAPIV3_1 } from 'openapi-types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../context.ts';
import { chromiumBrowser, chromiumPath } from '../servers/chromium.ts';
import { requireOrSkip } from '../servers/require.ts';

let app: TestApp;
let document: OpenAPIV3_1.Document;
beforeAll(async () => {
  app = await testApp();
  document = (await app.request('GET', '/openapi.json', { token: null })).body as OpenAPIV3_1.Document;
});
afterAll(() => app.close());

type Operation = OpenAPIV3_1.OperationObject;

function operations(): [string, Operation][] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item ?? {}).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation as Operation,
    ]),
  );
}

describe('/openapi.json', () => {
  test('has every path of the contract', () => {
    expect(operations().map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'POST /api/session',
        'DELETE /api/session',
        'DELETE /api/account',
        'POST /api/memory/messages',
        'GET /api/memory/messages',
        'POST /api/memory/search',
        'POST /api/memory/context',
        'DELETE /api/memory/messages/{id}',
        'DELETE /api/memory/conversations/{id}',
        'GET /api/memory/export',
        'POST /api/chat',
        'GET /health',
        'GET /health/db',
        'GET /health/db/tables',
      ]),
    );
  });

  test('says of each what it is for, what it answers and what can go wrong', () => {
    for (const [name, operation] of operations()) {
      expect([name, operation.summary]).toEqual([name, expect.any(String)]);
      const responses = Object.entries(operation.responses ?? {});
      expect([name, responses.some(([status]) => status.startsWith('2'))]).toEqual([name, true]);
      expect(operation.responses).toHaveProperty('default.content.application/problem+json');
      for (const [, response] of responses)
        expect(response).not.toMatchObject({ description: 'Default Response' });
    }
  });

  test('knows which need a user', () => {
    const open = operations().filter(([, operation]) => !operation.security?.length);
    expect(open.map(([name]) => name).filter((name) => name.includes('/api/'))).toEqual([
      'POST /api/session',
      // Signed by their senders.
      'POST /api/webhooks/clerk',
      'POST /api/webhooks/stripe',
      // Calendar programs have the secret of its address.
      'GET /api/applications/calendar.ics',
    ]);
    expect(document.components?.securitySchemes).toMatchObject({
      bearer: { type: 'http', scheme: 'bearer' },
      cookie: { type: 'apiKey', in: 'cookie', name: 'interviewly_session' },
    });
  });

  test('has limits in its schemas, and no reference that leads nowhere', () => {
    const text = JSON.stringify(document);
    expect(text).toContain('"maxItems":1000');
    expect(text).toContain('"maxLength":100000');
    const references = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1]!);
    expect(Object.keys(document.components?.schemas ?? {}).sort()).toEqual([...new Set(references)].sort());
  });
});

test('/ leads to the documentation', async () => {
  const response = await app.request('GET', '/', { token: null });
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe('/docs');
});

describe.skipIf(!requireOrSkip('Chromium', chromiumPath() !== null))('in a browser', () => {
  // What the page can do is in test/e2e; here, that it finds its parts with a slash at the end of its address as well.
  test('/docs/ shows the calls under the strict policy', async () => {
    const context = await (await chromiumBrowser()).newContext();
    try {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(`${app.url}/docs/`);
      await page.getByText('Become an anonymous visitor').waitFor();
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  });
});
