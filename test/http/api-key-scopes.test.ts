import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../context.ts';
import { clerkEnv, clerkToken } from '../fakes/fake-clerk.ts';
import { expectProblem } from './problems.ts';

/*
 * Which key opens which route. The table is written by hand, so that whoever adds a route decides it; a route that is not
 * in it, or opens to another scope, fails here.
 */

const decided = {
  /** No key: what a person decides about their account, and what makes further ways in. */
  nobody: `DELETE /api/session, PATCH /api/account, DELETE /api/account, POST /api/account/claim,
    GET /api/account/keys, POST /api/account/keys, DELETE /api/account/keys/{id},
    POST /api/billing/checkout, POST /api/billing/portal,
    POST /api/applications/calendar, DELETE /api/applications/calendar`,
  /** Needs no caller, or knows them by other means. */
  open: `POST /api/session, POST /api/webhooks/clerk, POST /api/webhooks/stripe, GET /api/applications/calendar.ics`,
  read: `GET /api/account, GET /api/billing, GET /api/insights/topics, GET /api/insights/promises, GET /api/insights/map,
    GET /api/recommendations, GET /api/memory/messages, GET /api/memory/status, POST /api/memory/search,
    POST /api/memory/context, GET /api/memory/export, GET /api/conversations, GET /api/conversations/{id},
    GET /api/conversations/{id}/messages, GET /api/facts, GET /api/facts/status, GET /api/facts/{id}/history,
    GET /api/facts/{id}/answers, GET /api/jobs, GET /api/jobs/{id}, GET /api/applications, GET /api/applications/funnel,
    GET /api/applications/due, GET /api/applications/{id}, GET /api/cv, GET /api/cv/{id}, GET /api/cv/{id}/analyses,
    GET /api/cv/{id}/analyses/{aid}, GET /api/cv/{id}/rewrites, GET /api/cv/{id}/rewrites/{rid}, GET /api/cv/{id}/export,
    GET /api/letters, GET /api/letters/{id}, GET /api/letters/{id}/versions, GET /api/letters/{id}/export,
    GET /api/sample`,
  chat: `POST /api/chat`,
  write: `PATCH /api/insights/promises/{id}, POST /api/memory/messages, DELETE /api/memory/messages/{id},
    DELETE /api/memory/conversations/{id}, PATCH /api/conversations/{id}, DELETE /api/conversations/{id},
    POST /api/conversations/{id}/summary, PUT /api/messages/{message_id}/rating, DELETE /api/messages/{message_id}/rating,
    POST /api/facts, POST /api/facts/retry, PATCH /api/facts/{id}, DELETE /api/facts/{id}, POST /api/jobs,
    POST /api/jobs/import, PATCH /api/jobs/{id}, DELETE /api/jobs/{id}, POST /api/applications,
    POST /api/applications/import, PATCH /api/applications/{id}, DELETE /api/applications/{id}, POST /api/cv,
    PATCH /api/cv/{id}, DELETE /api/cv/{id}, POST /api/cv/{id}/analyses, DELETE /api/cv/{id}/analyses/{aid},
    POST /api/cv/{id}/rewrites, POST /api/cv/{id}/rewrites/{rid}/accept, POST /api/cv/{id}/rewrites/{rid}/reject,
    POST /api/letters, PATCH /api/letters/{id}, DELETE /api/letters/{id}, POST /api/sample, DELETE /api/sample`,
  admin: `GET /api/admin/overview, GET /api/admin/insights/clusters, GET /api/admin/insights/topics,
    GET /api/admin/insights/gaps, GET /api/admin/insights/status, POST /api/admin/insights/refresh`,
} as const;

type Decision = keyof typeof decided;
const decisions = new Map(
  Object.entries(decided).flatMap(([decision, calls]) =>
    calls.split(',').map((call) => [call.trim(), decision as Decision] as const),
  ),
);
const scopes = ['read', 'write', 'chat', 'admin'] as const;

let app: TestApp;
const keys = new Map<string, string>();
beforeAll(async () => {
  app = await testApp({ env: { ...clerkEnv(), ADMIN_USERS: 'user_boss', RATE_LIMIT_PER_MINUTE: '100000' } });
  const token = clerkToken({ sub: 'user_boss' });
  for (const scope of scopes) {
    const body = { name: scope, scopes: [scope] };
    const made = await app.request('POST', '/api/account/keys', { token, body });
    keys.set(scope, (made.body as { key: string }).key);
  }
});
afterAll(() => app?.close());

async function routes(): Promise<string[]> {
  const { paths } = (await app.request('GET', '/openapi.json')).body as { paths: Record<string, object> };
  return Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/'))
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
}

test('of every route it is decided which key opens it', async () => {
  expect((await routes()).sort()).toEqual([...decisions.keys()].sort());
});

test('and no other key does, whatever the address looks like', async () => {
  for (const [call, decision] of decisions) {
    if (decision === 'open') continue;
    const [method = '', path = ''] = call.split(' ');
    const address = path.replace(/\{\w+\}/g, 'nothing');
    for (const scope of scopes) {
      // A body that nothing accepts, so that nothing is done: the door is passed before it is read.
      const body = method === 'GET' || method === 'DELETE' ? undefined : '[]';
      const response = await app.request(method, address, { token: keys.get(scope)!, body });
      const outcome = (response.body as { code?: string } | undefined)?.code === 'scope_missing';
      expect([call, scope, outcome]).toEqual([call, scope, scope !== decision]);
      if (scope !== decision) expect(response.status).toBe(403);
      else expect([401, 403]).not.toContain(response.status);
    }
  }
  const read = { token: keys.get('read')! };
  for (const address of ['/api/memory/messages/', '/api//account', '/API/account', '/api/admin%2foverview']) {
    const { status } = await app.request('DELETE', address, read);
    expect([address, status >= 400]).toEqual([address, true]);
  }
  expectProblem(await app.request('GET', '/api/admin/overview?x=/api/account', read), 403, 'scope_missing');
  expect((await app.request('HEAD', '/api/facts', { token: keys.get('write')! })).status).toBe(403);
});
