import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, openWeb, picture, seriousFindings, sidewaysScroll, type Web } from './harness.ts';

const questions = [
  'How do I negotiate a higher salary offer?',
  'How can I explain a gap in my CV?',
  'What should I ask at the end of an interview?',
];

/** On a test's own machine without accounts, whoever uses it is the operator. */
describe.skipIf(!hasBrowser())('the operator’s insights', () => {
  let web: Web;
  beforeAll(async () => {
    web = await openWeb();
    const { memory, analytics } = web.app.context;
    for (let person = 0; person < 6; person++) {
      const messages = questions.map((text, i) => ({
        text,
        role: 'user' as const,
        context_type: 'career_chat',
        created_at: new Date(Date.now() - (i + 1) * 86_400_000),
      }));
      await memory.remember(`person-${person}`, messages);
    }
    await memory.queue.drain();
    await analytics.request();
    await analytics.work();
  });
  afterAll(() => web?.close());

  test('show the state of the server and what many ask, nobody’s own words', async () => {
    const { page, context, problems } = await web.open({ path: '/', signedIn: true });
    await page.getByRole('link', { name: 'Insights' }).click();
    await page.getByRole('table', { name: 'The server' }).getByText('SQLite').waitFor();
    await picture(page, 'insights');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Common questions' }).click();
    await page.getByRole('article').first().waitFor();
    await picture(page, 'insights-questions');
    expect(await page.getByText(questions[0]!).count()).toBe(0);
    await page.getByRole('button', { name: 'Make anew' }).click();
    await page.getByRole('tab', { name: 'Topics by week' }).click();
    await page.getByRole('table', { name: 'Questions by week' }).waitFor();
    await picture(page, 'insights-weeks');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Knowledge gaps' }).click();
    await page.getByText('No gaps are known').waitFor();
    expect(problems).toEqual([]);
    await context.close();
  });

  test('every view fits a phone, in the dark, and is gone to by its address', async () => {
    const { page, context } = await web.open({
      path: '/insights?tab=weeks',
      signedIn: true,
      scheme: 'dark',
      size: 'phone',
    });
    for (const tab of ['Topics by week', 'Common questions', 'Overview']) {
      if (tab !== 'Topics by week') await page.getByRole('tab', { name: tab, exact: true }).click();
      const panel = page.getByRole('tabpanel', { name: tab, exact: true });
      await panel.locator('table, article').first().waitFor();
      await picture(page, `insights-${tab}-phone`);
      expect([tab, await sidewaysScroll(page)]).toEqual([tab, 0]);
      expect([tab, await seriousFindings(page)]).toEqual([tab, []]);
    }
    await context.close();
  });
});
