import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, openWeb, seriousFindings, type Web } from './harness.ts';

describe.skipIf(!hasBrowser())('the session', { timeout: 60_000 }, () => {
  let web: Web;
  beforeAll(async () => {
    web = await openWeb();
  }, 120_000);
  afterAll(() => web?.close());

  test('of somebody new is one, also where a refusal comes late', async () => {
    const { page, context } = await web.open({ path: null });
    const hasBegun = Promise.withResolvers<void>();
    let held = 0;
    let begun = 0;
    page.on('response', (response) => {
      if (response.request().method() !== 'POST' || !response.url().endsWith('/api/session')) return;
      begun++;
      hasBegun.resolve();
    });
    // All but the first refusal arrive once there is a session.
    let late = 0;
    await page.route('**/api/**', async (route) => {
      if (route.request().method() !== 'GET' || begun > 0) return route.continue();
      const response = await route.fetch();
      const isLate = response.status() === 401 && ++held > 1;
      if (isLate) await hasBegun.promise.then(() => new Promise((resolve) => setTimeout(resolve, 500)));
      await route.fulfill({ response });
      if (isLate) late++;
    });
    await page.goto(web.app.url);
    await expect.poll(() => held > 1 && late === held - 1, { timeout: 20_000 }).toBe(true);
    await page.getByLabel('Your message').fill('Hello');
    // Another session would begin at once.
    await page.waitForTimeout(1_000);
    expect(begun).toBe(1);
    expect(await page.getByText('Your session ended').count()).toBe(0);
    await page.unrouteAll({ behavior: 'wait' });
    await context.close();
  });

  test('that is lost is spoken of, in words that can be read and put away', async () => {
    const { page, context } = await web.open();
    // Asked through the debugger's protocol: what waits inside of the page is refused by its content security policy.
    await expect.poll(() => page.evaluate("localStorage.getItem('interviewly.had-session')")).not.toBeNull();
    await context.clearCookies();
    await page.reload();
    await page.getByText('Your session ended').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Dismiss' }).press('Enter');
    await page.getByText('Your session ended').waitFor({ state: 'detached' });
    await context.close();
  });
});
