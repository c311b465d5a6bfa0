import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, openWeb, picture, seriousFindings, sidewaysScroll, type Web } from './harness.ts';

describe.skipIf(!hasBrowser())('the settings', () => {
  let web: Web;
  beforeAll(async () => {
    web = await openWeb();
  });
  afterAll(() => web?.close());

  test('makes a key that works, shows it once, and revokes it', async () => {
    const { page, context, problems } = await web.open({ path: '/settings', signedIn: true });
    await page.getByRole('button', { name: 'Make a key' }).click();
    await page.getByLabel('What is it for?').fill('My notes');
    await page.getByRole('button', { name: 'Make it' }).click();
    const key = (await page.getByText(/^ivk_/).textContent())!;
    const asked = (method: string, path: string) => web.app.request(method, path, { token: key });
    expect((await asked('GET', '/api/memory/messages')).status).toBe(200);
    expect((await asked('DELETE', '/api/account')).status).toBe(403);
    await picture(page, 'settings-key');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Revoke My notes' }).click();
    await page.getByRole('button', { name: 'Revoke', exact: true }).click();
    await page.getByRole('button', { name: 'Revoke My notes' }).waitFor({ state: 'detached' });
    expect((await asked('GET', '/api/memory/messages')).status).toBe(401);
    expect(problems).toEqual([]);
    await context.close();
  });

  test('keeps the opt-in, which is off at first', async () => {
    const { page, context } = await web.open({ path: '/settings', signedIn: true });
    const share = page.getByRole('switch', { name: 'Compare my path' });
    expect(await share.isChecked()).toBe(false);
    await share.press('Space');
    await expect
      .poll(async () => (await web.app.request('GET', '/api/account')).body)
      .toMatchObject({ settings: { share_profile: true } });
    await page.reload();
    await expect.poll(() => share.isChecked()).toBe(true);
    await context.close();
  });

  test.each([
    ['light', 'desktop'],
    ['dark', 'phone'],
  ] as const)('has no serious findings, %s, %s', async (scheme, size) => {
    const { page, context } = await web.open({ path: '/settings', signedIn: true, scheme, size });
    await page.getByText('Nothing is sold here').waitFor();
    await picture(page, `settings-${scheme}`);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await context.close();
  });

  test('deletes everything, asked for with a word, by keyboard, and begins anew', async () => {
    await web.app.request('POST', '/api/memory/messages', {
      body: { messages: [{ text: 'The marker of this test is quetzal.', role: 'user' }] },
    });
    const { page, context } = await web.open({ path: '/settings', signedIn: true });
    // What was typed and not sent is of this person, too.
    await page.evaluate(`for (const storage of [localStorage, sessionStorage])
      for (const key of ['interviewly.outbox', 'draft:coach:new']) storage.setItem(key, '[]')`);
    const left = `[localStorage, sessionStorage].flatMap(Object.keys).filter((key) => /outbox|^draft/.test(key))`;
    expect(await page.evaluate(left)).toHaveLength(4);
    await page.getByRole('button', { name: 'Delete everything' }).press('Enter');
    await page.getByLabel('Type «delete» to go on').pressSequentially('delete');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toBe(`${web.app.url}/`);
    expect((await web.app.request('GET', '/api/memory/messages')).status).toBe(401);
    const { messages } = await web.app.context.memory.list(web.app.userId, {});
    expect(messages).toEqual([]);
    expect(await page.getByText('Your session ended').count()).toBe(0);
    expect(await page.evaluate(left)).toEqual([]);
    await context.close();
  });
});
