import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, openWeb, picture, seriousFindings, type Web } from './harness.ts';

const greeting = 'I am your career coach, and I remember.';
const question = 'What is on your mind?';

/** Run in the page before anything of it. */
const observe = `
  window.seen = { largest: null, shift: 0 };
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch('largest-contentful-paint', ({ element }) => { seen.largest = element; });
  watch('layout-shift', ({ value }) => { seen.shift += value; });`;

describe.skipIf(!hasBrowser())('the first paint', { timeout: 60_000 }, () => {
  let web: Web;
  beforeAll(async () => {
    web = await openWeb();
  }, 120_000);
  afterAll(() => web?.close());

  /** A page whose app never comes: what the server sent is all that there is. */
  async function withoutApp(path: string, before = '') {
    const opened = await web.open({ path: null });
    if (before) await opened.page.addInitScript(before);
    await opened.page.route('**/assets/first-*.js', () => {});
    await opened.page.goto(web.app.url + path, { waitUntil: 'commit' });
    await opened.page.getByText('Memory', { exact: true }).waitFor();
    return opened;
  }

  test('greets somebody new before any script of the app has run', async () => {
    const { page, context, problems } = await withoutApp('/');
    await page.getByText(greeting).waitFor();
    expect(await page.getByText(question).isVisible()).toBe(false);
    expect(await page.evaluate('document.getElementById("root").inert')).toBe(true);
    await picture(page, 'first-paint');
    expect(problems).toEqual([]);
    await context.close();
  });

  test.each([
    ['asks somebody known', '/', question],
    ['promises nothing of another page', '/memory', null],
    ['promises nothing of a conversation', '/?conversation=some', null],
  ])('%s', async (_what, path, shown) => {
    const { page, context } = await withoutApp(path, "localStorage.setItem('interviewly.known', '1')");
    expect(await page.getByText(greeting).isVisible()).toBe(false);
    expect(await page.getByText(question).isVisible()).toBe(shown === question);
    // Where another page is on its way, the wait is to be seen.
    const wait = `getComputedStyle(document.querySelector('main'), '::after')`;
    const isShown = `${wait}.content !== 'none' && ${wait}.opacity === '1'`;
    await expect.poll(() => page.evaluate(isShown)).toBe(shown === null);
    await picture(page, `first-paint${path.replaceAll(/\W/g, '-')}`);
    await context.close();
  });

  test.each(['desktop', 'phone'] as const)(
    'is what the app goes on with, %s: nothing moves, and nothing larger comes',
    async (size) => {
      const { page, context, problems } = await web.open({ path: null, size });
      await page.addInitScript(observe);
      // A browser tells of what it has painted a while later, and not of what is gone by then.
      await page.route('**/assets/first-*.js', async (route) => {
        await expect.poll(() => page.evaluate('seen.largest !== null')).toBe(true);
        await route.continue();
      });
      await page.goto(web.app.url, { waitUntil: 'commit' });
      await page.locator('#root:not([inert])').waitFor({ state: 'attached' });
      await page.waitForLoadState('networkidle');
      await page.getByLabel('Your message').fill('Hello');
      const seen = await page.evaluate<{ text: string; isOfTheApp: boolean; shift: number }>(
        `({ text: seen.largest.textContent, isOfTheApp: seen.largest.isConnected, shift: seen.shift })`,
      );
      expect(seen.text).toContain('Tell me about your work');
      expect(seen.isOfTheApp).toBe(false);
      expect(seen.shift).toBeLessThan(0.05);
      expect(await seriousFindings(page)).toEqual([]);
      expect(problems).toEqual([]);
      await context.close();
    },
  );

  test.each(['new', 'known'])(
    'stays where it was painted while the rest of it comes, %s',
    async (visitor) => {
      const markup = await (await fetch(web.app.url)).text();
      const from = markup.indexOf(visitor === 'new' ? greeting : question);
      expect(from).toBeGreaterThan(0);
      const pieces = [
        markup.slice(0, from + 100),
        markup.slice(from + 100, from + 2000),
        markup.slice(from + 2000),
      ];
      const slow = createServer(async (request, response) => {
        if (request.url !== '/') {
          const from = await fetch(web.app.url + request.url);
          response.writeHead(from.status, { 'content-type': from.headers.get('content-type') ?? '' });
          response.end(Buffer.from(await from.arrayBuffer()));
          return;
        }
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        for (const piece of pieces) {
          response.write(piece);
          await sleep(300);
        }
        response.end();
      });
      await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
      try {
        const { page, context } = await web.open({ path: null, size: 'phone' });
        await page.addInitScript(observe);
        if (visitor === 'known') await page.addInitScript("localStorage.setItem('interviewly.known', '1')");
        await page.goto(`http://127.0.0.1:${(slow.address() as AddressInfo).port}/`);
        expect(await page.evaluate('seen.shift')).toBeLessThan(0.01);
        await context.close();
      } finally {
        slow.closeAllConnections();
        slow.close();
      }
    },
  );

  test('is taken over once its page has come, without waiting for as long as it may', async () => {
    const { page, context, problems } = await web.open({ path: null });
    await page.addInitScript(`
      const later = window.setTimeout;
      window.setTimeout = (task, ms, ...rest) => (ms === 1_000 ? 0 : later(task, ms, ...rest));`);
    await page.goto(`${web.app.url}/settings`);
    await page.locator('#root:not([inert])').waitFor({ state: 'attached' });
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    expect(problems).toEqual([]);
    await context.close();
  });

  test('says so where the app does not come', async () => {
    const { page, context } = await web.open({ path: null });
    await page.addInitScript("sessionStorage.setItem('interviewly.reloaded-at', String(Date.now()))");
    await page.route('**/assets/first-*.js', (route) => route.abort());
    await page.goto(web.app.url);
    await page.getByText('The app could not be loaded.').waitFor();
    await picture(page, 'first-paint-not-loaded');
    expect(await seriousFindings(page)).toEqual([]);
    await page.unroute('**/assets/first-*.js');
    await page.reload();
    await page.locator('#root:not([inert])').waitFor({ state: 'attached' });
    expect(await page.getByText('The app could not be loaded.').isVisible()).toBe(false);
    await context.close();
  });

  test('what is typed before the server has answered is kept', async () => {
    const { page, context } = await web.open({ path: null });
    await page.route('**/api/**', () => {});
    await page.goto(web.app.url, { waitUntil: 'commit' });
    await page.locator('#root:not([inert])').waitFor({ state: 'attached' });
    await page.getByText(greeting).waitFor();
    await page.getByLabel('Your message').fill('I work as a pilot');
    await expect
      .poll(() => page.evaluate('localStorage.getItem("draft:coach:new")'))
      .toBe('I work as a pilot');
    await context.close();
  });
});
