import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, openWeb, picture, seriousFindings, sidewaysScroll, type Web } from './harness.ts';

describe.skipIf(!hasBrowser())('the web app', { timeout: 60_000 }, () => {
  let web: Web;
  beforeAll(async () => {
    web = await openWeb();
  }, 120_000);
  afterAll(() => web?.close());

  test('goes from place to place by keyboard, the focus on the heading, under its policy', async () => {
    const { page, context, problems } = await web.open();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    await page.getByRole('link', { name: 'Settings' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.title()).toBe('Settings · Interviewly');
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Settings');
    expect(problems).toEqual([]);
    await context.close();
  });

  test.each([true, false])('shows the way to the insights to operators alone (%s)', async (isOperator) => {
    const { page, context } = await web.open({ path: null });
    await page.route('**/api/account', async (route) => {
      const response = await route.fetch();
      const account = (await response.json()) as Record<string, unknown>;
      await route.fulfill({ response, json: { ...account, is_admin: isOperator } });
    });
    const known = page.waitForResponse(
      (response) => response.url().endsWith('/api/account') && response.ok(),
    );
    await page.goto(`${web.app.url}/nowhere`);
    await page.getByText('There is no such page').waitFor();
    await known;
    await page.waitForLoadState('networkidle');
    await expect.poll(() => page.getByRole('link', { name: 'Insights' }).count()).toBe(isOperator ? 1 : 0);
    // An answer on its way through our hands must not outlive the page.
    await page.unrouteAll({ behavior: 'wait' });
    await context.close();
  });

  test('keeps the chosen color scheme, from before the first paint', async () => {
    const { page, context } = await web.open({ path: '/nowhere' });
    await page.getByText('There is no such page').waitFor();
    await page.getByText('Dark', { exact: true }).locator('..').click();
    const scheme = () => page.evaluate('document.documentElement.dataset.mantineColorScheme');
    await expect.poll(scheme).toBe('dark');
    await page.addInitScript(`addEventListener('DOMContentLoaded', () => {
      window.schemeAtFirst = document.documentElement.dataset.mantineColorScheme;
    })`);
    await page.reload();
    expect(await page.evaluate('window.schemeAtFirst')).toBe('dark');
    await context.close();
  });

  test.each(['light', 'dark'] as const)('has no serious findings, %s, on a phone', async (scheme) => {
    const { page, context } = await web.open({ scheme, size: 'phone', path: '/nowhere' });
    await page.getByText('There is no such page').waitFor();
    await picture(page, `shell-${scheme}`);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await page.getByRole('button', { name: 'Open the menu' }).click();
    await page.getByRole('link', { name: 'Memory' }).waitFor();
    await picture(page, `shell-menu-${scheme}`);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Memory' }).click();
    await expect.poll(() => page.title()).toBe('Memory · Interviewly');
    await context.close();
  });

  test('says when the server is away, and goes on when it is back', async () => {
    const { page, context } = await web.open();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await context.setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await context.setOffline(false);
    await page.getByText('You are offline.').waitFor({ state: 'detached' });
    await context.close();
  });
});
