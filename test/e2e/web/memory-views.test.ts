import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, openWeb, picture, seriousFindings, sidewaysScroll, type Web } from './harness.ts';

/** The sample person has weeks of conversations, which is what these views need. */
describe.skipIf(!hasBrowser())('topics, map and promises', () => {
  let web: Web;
  beforeAll(async () => {
    web = await openWeb();
    expect((await web.app.request('POST', '/api/sample')).status).toBeLessThan(300);
    await web.app.context.memory.queue.drain();
  });
  afterAll(() => web?.close());

  test('topics over time, and what comes back, lead to the moments', async () => {
    const { page, context, problems } = await web.open({ path: '/memory?tab=topics', signedIn: true });
    await page.getByRole('table', { name: 'Topics' }).waitFor();
    expect(await page.getByRole('table', { name: 'Topics' }).getByRole('row').count()).toBeGreaterThan(2);
    await picture(page, 'topics');
    expect(await seriousFindings(page)).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
  });

  test('the map shows groups, narrows by time, and a group by keyboard', async () => {
    const { page, context, problems } = await web.open({ path: '/memory?tab=map', signedIn: true });
    const groups = page.getByRole('region', { name: 'Groups' });
    await groups.getByRole('button').first().press('Enter');
    await groups.getByRole('link').first().waitFor();
    await picture(page, 'map');
    const points = page.locator('.recharts-scatter-symbol');
    const before = await points.count();
    expect(before).toBeGreaterThan(10);
    await page.getByRole('slider', { name: 'From' }).focus();
    for (let days = 0; days < 20; days++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => points.count()).toBeLessThan(before);
    expect(await seriousFindings(page)).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
  });

  test('a promise is ticked off', async () => {
    const { page, context } = await web.open({ path: '/memory?tab=promises', signedIn: true });
    const open = page.getByRole('region', { name: 'Open' });
    const first = open.getByRole('checkbox').first();
    await first.waitFor();
    const label = page.locator(`label[for="${await first.getAttribute('id')}"]`);
    const name = (await label.textContent()) ?? '';
    await picture(page, 'promises');
    await first.press('Space');
    await page.getByRole('region', { name: 'Done' }).getByRole('checkbox', { name, exact: true }).waitFor();
    // A slip is taken back.
    await open
      .getByRole('button', { name: /^Drop: / })
      .first()
      .click();
    await page.getByRole('button', { name: 'Dropped: 1' }).click();
    const back = page.getByRole('region', { name: 'Dropped' }).getByRole('button', { name: /^Put back: / });
    const dropped = ((await back.getAttribute('aria-label')) ?? '').replace('Put back: ', '');
    await open.getByRole('button', { name: `Drop: ${dropped}`, exact: true }).waitFor({ state: 'detached' });
    await picture(page, 'promises-dropped');
    expect(await seriousFindings(page)).toEqual([]);
    await back.click();
    await open.getByRole('button', { name: `Drop: ${dropped}`, exact: true }).waitFor();
    await context.close();
  });

  test('every view fits a phone, in the dark', async () => {
    const { page, context } = await web.open({
      path: '/memory?tab=profile',
      signedIn: true,
      scheme: 'dark',
      size: 'phone',
    });
    for (const tab of ['Profile', 'Topics', 'Map', 'Promises', 'For you']) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await page.getByRole('tabpanel', { name: tab, exact: true }).locator('h2').first().waitFor();
      await picture(page, `${tab}-phone`);
      expect([tab, await sidewaysScroll(page)]).toEqual([tab, 0]);
      expect([tab, await seriousFindings(page)]).toEqual([tab, []]);
      if (tab === 'Promises') {
        const isCut = `[...document.querySelectorAll('.mantine-Badge-label, [aria-label^="Drop: "] .mantine-Button-label')]
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length`;
        expect(await page.evaluate(isCut)).toBe(0);
      }
    }
    await context.close();
  });
});
