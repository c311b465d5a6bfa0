import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../context.ts';
import { chromiumBrowser, chromiumPath } from '../servers/chromium.ts';
import { requireOrSkip } from '../servers/require.ts';

/** What a newcomer does on the documentation page, in a real browser: talk, come back, be answered with what they said. */
describe.skipIf(!requireOrSkip('Chromium', chromiumPath() !== null))('the documentation page', () => {
  let app: TestApp;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    app = await testApp();
    const browser = await chromiumBrowser();
    page = await (await browser.newContext()).newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.goto(`${app.url}/docs`);
  });
  afterAll(async () => {
    await page?.context().close();
    await app?.close();
  });

  /** Opens an operation, fills in its body, executes it, and gives the answer as shown. */
  async function execute(path: string, body?: unknown): Promise<string> {
    const operation: Locator = page.locator('.opblock-post', { has: page.locator(`[data-path="${path}"]`) });
    if (!(await operation.locator('.opblock-body').isVisible()))
      await operation.locator('.opblock-summary').click();
    const tryOut = operation.getByRole('button', { name: 'Try it out' });
    if (await tryOut.isVisible()) await tryOut.click();
    if (body !== undefined) await operation.locator('textarea.body-param__text').fill(JSON.stringify(body));
    const answered = page.waitForResponse((response) => response.url() === app.url + path);
    await operation.getByRole('button', { name: 'Execute' }).click();
    const response = await answered;
    expect(response.ok()).toBe(true);
    return response.text();
  }

  test('loads under its content security policy', async () => {
    await page.locator('.opblock').first().waitFor();
    expect(await page.title()).toContain('Interviewly');
    expect(problems).toEqual([]);
  });

  test('a visitor talks, comes back in a new conversation, and is answered with what they said', async () => {
    await execute('/api/session');
    await execute('/api/chat', { message: 'I applied to the harbour museum and they offer 48,000 a year.' });
    const answer = JSON.parse(
      await execute('/api/chat', { message: 'How much does the harbour museum offer me?' }),
    );
    expect(answer.engine).toBe('offline');
    expect(answer.reply).toContain('48,000');
    expect(answer.memories[0].text).toContain('harbour museum');
    expect(problems).toEqual([]);
  });
});
