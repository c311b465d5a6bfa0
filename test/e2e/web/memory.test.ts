import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, openWeb, picture, seriousFindings, sidewaysScroll, type Web } from './harness.ts';

const said = [
  ['user', 'Harbour Analytics offered me 52,000 a year, and I said I would think about it.', '2026-03-02'],
  ['assistant', 'Ask for the range before you name a figure.', '2026-03-02'],
  ['user', 'My notice period is three months, to the end of a quarter.', '2026-04-10'],
  ['user', 'I practised the STAR method with Ines; the conflict question is still hard.', '2026-05-21'],
] as const;

describe.skipIf(!hasBrowser())('the memory page', () => {
  let web: Web;
  beforeAll(async () => {
    web = await openWeb();
    const messages = said.map(([role, text, day], i) => ({
      role,
      text,
      created_at: `${day}T09:00:0${i}Z`,
      conversation_id: `talk-${day}`,
      context_type: 'career_chat',
    }));
    await web.app.request('POST', '/api/memory/messages', { body: { messages } });
    await web.app.context.memory.queue.drain();
  });
  afterAll(() => web?.close());

  test('finds what was said, marks it, says why, narrows by day, and goes to the moment', async () => {
    const { page, context, problems } = await web.open({ path: '/memory', signedIn: true });
    await page.getByText('4 messages are remembered').waitFor();
    await page.getByLabel('What are you looking for?').fill('What did they offer?');
    const first = page.getByRole('article').first();
    await expect.poll(() => first.textContent()).toContain('52,000');
    expect(await first.locator('mark').allTextContents()).toEqual(['offered']);
    await first.getByRole('button', { name: /^Fits/ }).click();
    await page.getByText('It has words of the question').waitFor();
    await picture(page, 'memory-why');
    await page.keyboard.press('Escape');
    await page.goto(`${web.app.url}/memory?since=2026-05-01&until=2026-05-31`);
    await expect.poll(() => page.getByRole('article').count()).toBe(1);
    await page.getByRole('link', { name: 'Go to the moment' }).click();
    await expect.poll(() => page.url()).toContain('conversation=talk-2026-05-21');
    expect(problems).toEqual([]);
    await context.close();
  });

  test('forgets a message for good, by keyboard', async () => {
    const { page, context } = await web.open({ path: null, signedIn: true });
    // Whoever is quick asks before what shows dialogs has loaded.
    const isAsked = Promise.withResolvers<void>();
    let late = false;
    await page.route(/overlays/, async (route) => {
      late = true;
      await isAsked.promise;
      await route.continue();
    });
    await page.goto(`${web.app.url}/memory`);
    const article = page.getByRole('article').filter({ hasText: 'STAR method' });
    await article.getByRole('button', { name: 'Forget this' }).press('Enter');
    expect(late).toBe(true);
    isAsked.resolve();
    await page.getByRole('button', { name: 'Forget', exact: true }).press('Enter');
    await article.waitFor({ state: 'detached' });
    const { body } = await web.app.request('GET', '/api/memory/messages');
    expect(JSON.stringify(body)).not.toContain('STAR method');
    await context.close();
  });

  test('shows what is known, with its source and what was so before, and takes a correction', async () => {
    const messages = [
      ['I live in Berlin and I earn 48,000 EUR a year.', '2026-01-05'],
      ['I moved to Lyon in March.', '2026-04-20'],
      ['My current salary is 45,000 EUR.', '2026-01-05'],
    ].map(([text, day]) => ({
      text,
      role: 'user',
      created_at: `${day}T10:00:00Z`,
      context_type: 'career_chat',
    }));
    await web.app.request('POST', '/api/memory/messages', { body: { messages } });
    const { page, context, problems } = await web.open({ path: '/memory?tab=profile', signedIn: true });
    const home = page.getByRole('region', { name: 'Where you live' });
    await home.getByRole('button', { name: /^Lyon/ }).press('Enter');
    await home.getByText('Berlin').waitFor();
    await home.getByText('I moved to Lyon in March').waitFor();
    await picture(page, 'memory-profile');
    await page.getByText('Salary now: which is right?').waitFor();
    await page.getByRole('button', { name: '48,000' }).first().click();
    await page.getByText('Salary now: which is right?').waitFor({ state: 'detached' });
    await home.getByRole('button', { name: 'Correct Lyon' }).press('Enter');
    await page.getByLabel('Instead of Lyon').fill('Villeurbanne');
    await page.keyboard.press('Enter');
    await home.getByRole('button', { name: /^Villeurbanne/ }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
  });

  test.each([
    ['light', 'desktop'],
    ['dark', 'phone'],
  ] as const)('has no serious findings, %s, %s', async (scheme, size) => {
    const { page, context } = await web.open({ path: '/memory?q=offer', signedIn: true, scheme, size });
    await page.getByRole('article').first().waitFor();
    await picture(page, `memory-${scheme}`);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await context.close();
  });

  test('says what to do where there is nothing yet', async () => {
    const { page, context } = await web.open({ path: '/memory' });
    await page.getByText('Nothing is remembered yet').waitFor();
    await picture(page, 'memory-empty');
    await page.getByRole('link', { name: 'Talk to the coach' }).click();
    await expect.poll(() => page.title()).toContain('Coach');
    await context.close();
  });
});
