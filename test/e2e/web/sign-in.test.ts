import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clerkKeys, clerkToken } from '../../fakes/fake-clerk.ts';
import { hasBrowser, openWeb, type Web } from './harness.ts';

const host = 'clerk.example.test';

/** Clerk's browser library as the app uses it: signed in once its sign-in was opened, and still after a reload. */
const library = (token: string) => `
  const listeners = new Set();
  const session = { getToken: async () => ${JSON.stringify(token)} };
  window.Clerk = {
    session: null,
    async load() { if (localStorage.getItem('clerk-fake')) this.session = session; },
    addListener(listener) { listeners.add(listener); return () => listeners.delete(listener); },
    openSignIn() { localStorage.setItem('clerk-fake', '1'); this.session = session; listeners.forEach((one) => one()); },
    async signOut() { localStorage.removeItem('clerk-fake'); this.session = null; },
  };`;

describe.skipIf(!hasBrowser())('signing in', () => {
  let web: Web;
  beforeAll(async () => {
    const key = `pk_test_${Buffer.from(`${host}$`).toString('base64')}`;
    web = await openWeb({ env: { CLERK_PUBLISHABLE_KEY: key, CLERK_JWT_KEY: clerkKeys().ours.pem } });
  });
  afterAll(() => web?.close());

  test('takes along what the visitor said, lasts over a reload, and ends', async () => {
    const { page, context, problems } = await web.open({ path: null });
    await page.route(`https://${host}/**`, (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        headers: { 'access-control-allow-origin': '*' },
        body: library(clerkToken({ sub: 'user_ada', expires: 600 })),
      }),
    );
    await page.goto(`${web.app.url}/settings`);
    await page.getByText('You are a visitor').waitFor();
    await page.evaluate(`fetch('/api/memory/messages', {
      method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ messages: [{ text: 'I applied to the quetzal museum.', role: 'user' }] }),
    }).then((response) => response.status)`);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('What you told the coach before is yours here, too.').waitFor();
    await page.getByText('Signed in').first().waitFor();
    const { messages } = await web.app.context.memory.list('user_ada', {});
    expect(messages.map(({ text }) => text)).toEqual(['I applied to the quetzal museum.']);
    await page.goto(`${web.app.url}/memory`);
    await page.getByText('quetzal').waitFor();
    await page.goto(`${web.app.url}/settings`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect.poll(() => page.url()).toBe(`${web.app.url}/`);
    await page.goto(`${web.app.url}/settings`);
    await page.getByText('You are a visitor').waitFor();
    expect(problems).toEqual([]);
    await context.close();
  });

  test('says so where Clerk cannot be reached, and the visitor stays', async () => {
    const { page, context } = await web.open({ path: '/settings' });
    await page.route(`https://${host}/**`, (route) => route.abort());
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('The sign-in could not be reached').first().waitFor();
    await page.getByText('You are a visitor').waitFor();
    await context.close();
  });
});
