import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, openWeb, picture, seriousFindings, sidewaysScroll, type Web } from './harness.ts';

describe.skipIf(!hasBrowser())('what a search believes', { timeout: 60_000 }, () => {
  let web: Web;
  beforeAll(async () => {
    web = await openWeb();
    await web.app.request('POST', '/api/sample');
    await web.app.context.memory.queue.drain();
  }, 120_000);
  afterAll(() => web?.close());

  test.each([
    ['desktop', 'light'],
    ['phone', 'dark'],
    ['desktop', 'dark'],
    ['phone', 'light'],
  ] as const)('less likely results stand apart, with why, %s, %s', async (size, scheme) => {
    const path = '/memory?q=What+did+they+offer+me%3F';
    const { page, context, problems } = await web.open({ path, signedIn: true, size, scheme });
    const unlikely = page.getByRole('region', { name: 'Less likely' });
    await unlikely.getByText('the search does not believe').waitFor();
    const all = await page.getByRole('article').allTextContents();
    const apart = await unlikely.getByRole('article').allTextContents();
    expect(apart.length).toBeGreaterThan(5);
    expect(all.length).toBeGreaterThan(apart.length);
    expect(all.slice(-apart.length)).toEqual(apart);
    expect(all[0]).toContain('72,000');
    await page.getByRole('heading', { name: 'Less likely' }).hover();
    await picture(page, `memory-likely-${size}-${scheme}`);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(problems).toEqual([]);
    await context.close();
  });

  test('says so where nothing fits', async () => {
    const { page, context } = await web.open({ path: '/memory?q=quantum+chromodynamics', signedIn: true });
    await page.getByText('Nothing fits well.').waitFor();
    const all = page.getByRole('article');
    expect(await all.count()).toBe(0);
    await picture(page, 'memory-nothing-fits');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /^Show them all the same/ }).click();
    await all.first().waitFor();
    await context.close();
  });
});
