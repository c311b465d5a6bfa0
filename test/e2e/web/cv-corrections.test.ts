import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, openWeb, picture, seriousFindings, sidewaysScroll, type Web } from './harness.ts';

const text = `Mira Santos
mira@example.org | Vigo, Spain

Experience
Backend Enginer, Harbour Analytics
March 2019 - Present
- Cut the nightly import from 50 to 9 minutes

Junior Developer, Tide Labs
June 2016 - February 2019

Skills
TypeScript, PostgreSQL`;

describe.skipIf(!hasBrowser())('correcting what was read of a CV', { timeout: 60_000 }, () => {
  let web: Web;
  let path: string;
  beforeAll(async () => {
    web = await openWeb();
    const { body } = await web.app.request('POST', '/api/cv', { body: { text, filename: 'mira.txt' } });
    path = `/cv/${(body as { id: string }).id}`;
  }, 120_000);
  afterAll(() => web?.close());

  test('by keyboard: a field, a wrong date said at its field, a reload in between, and what is missing', async () => {
    const { page, context, problems } = await web.open({ path, signedIn: true });
    const read = page.getByRole('region', { name: 'What was read' });
    await read.getByRole('button', { name: /^Correct: Backend Enginer/ }).press('Enter');
    const title = read.getByLabel('Title', { exact: true });
    await expect.poll(() => page.evaluate('document.activeElement.labels?.[0].textContent')).toBe('Title');
    await title.fill('Backend Engineer');
    await read.getByLabel('From').fill('spring');
    await picture(page, 'cv-correct-form');
    await page.waitForTimeout(300);

    await page.reload();
    await expect.poll(() => title.inputValue()).toBe('Backend Engineer');
    await read.getByLabel('From').press('Enter');
    await read.getByText('must be a date as YYYY, YYYY-MM or YYYY-MM-DD').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await read.getByLabel('From').fill('2019-04');
    await read.getByLabel('From').press('Enter');
    await read.getByRole('heading', { name: /^Backend Engineer/ }).waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.dataset.correct')).toBe('/work/0');
    await read.getByText('corrected by you').waitFor();
    // What it had right is still found in the text.
    await read.getByRole('button', { name: 'Harbour Analytics', exact: true }).hover();
    await expect
      .poll(() => page.getByRole('region', { name: 'Your text' }).locator('[data-active]').allTextContents())
      .toEqual(['Harbour Analytics']);

    await page.getByRole('button', { name: 'Add what is missing' }).press('Enter');
    await page.getByRole('menuitem', { name: 'A language' }).press('Enter');
    await read.getByLabel('Language', { exact: true }).fill('Galician');
    await read.getByRole('button', { name: 'Save' }).press('Enter');
    await read.getByText('Galician').waitFor();
    await read.getByRole('button', { name: /^Correct: Junior Developer/ }).press('Enter');
    await read.getByRole('button', { name: 'Take it out' }).press('Enter');
    await read.getByText('Tide Labs').waitFor({ state: 'detached' });
    await page.reload();
    await read.getByText('Galician').waitFor();
    expect(await read.getByText('Tide Labs').count()).toBe(0);
    // What was kept is no draft any more.
    expect(
      await read
        .getByRole('button', { name: /^Correct: / })
        .first()
        .isEnabled(),
    ).toBe(true);
    await picture(page, 'cv-corrected-marks');
    expect(await read.getByRole('img', { name: 'Corrected by you' }).count()).toBeGreaterThanOrEqual(3);
    expect(problems.filter((problem) => !problem.includes('400'))).toEqual([]);
    await context.close();
  });

  test.each([
    ['desktop', 'dark'],
    ['phone', 'light'],
    ['phone', 'dark'],
    ['desktop', 'light'],
  ] as const)('has no serious findings, %s, %s', async (size, scheme) => {
    const { page, context } = await web.open({ path, signedIn: true, size, scheme });
    await page.getByRole('button', { name: 'Correct: name, contact and summary' }).click();
    await page.getByLabel('E-mail').waitFor();
    await picture(page, `cv-correct-${size}-${scheme}`);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await picture(page, `cv-corrected-${size}-${scheme}`);
    expect(await seriousFindings(page)).toEqual([]);
    await context.close();
  });
});
