import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, openWeb, picture, seriousFindings, sidewaysScroll, type Web } from './harness.ts';

const posting = `Harbour Pilot
Tide Labs
Vigo, Spain

Salary: €52,000 - €61,000 a year

Requirements:
- 5 years on tugs or pilot boats
- Fluent Spanish and English
- Knowledge of PostgreSQL for the berth planner

Responsibilities:
- Guide ships of up to 300 m into port`;

const csv = `Company;Role;Status;Date applied;Room
Bay Ferries;Deck Officer;Interviewing;2026-02-03;12
Nordlys;Chief Mate;Rejected;2026-01-12;
;Cook;Applied;2026-02-01;`;

const resume = {
  basics: { name: 'Mira Santos', email: 'mira@example.org' },
  work: [
    {
      name: 'Port of Vigo',
      position: 'Tug Master',
      startDate: '2017-03',
      highlights: ['Towed ships of up to 280 m in winter storms', 'Wrote the berth planner in PostgreSQL'],
    },
  ],
};

// A machine that does other things besides is many times slower.
describe.skipIf(!hasBrowser())('the jobs page', { timeout: 60_000 }, () => {
  let web: Web;
  const post = async (path: string, body: object) =>
    (await web.app.request('POST', path, { body })).body as { id: string };
  beforeAll(async () => {
    web = await openWeb();
  });
  afterAll(() => web?.close());

  const column = (page: Page, name: RegExp) => page.getByRole('region', { name });

  test('what was saved elsewhere stands in the place of an empty board', async () => {
    const { page, context } = await web.open({ path: '/cv' });
    await page.getByText('With one, you get').waitFor();
    await page.evaluate(
      (body) => fetch('/api/jobs', { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
      JSON.stringify({ text: posting }),
    );
    await page.goto(`${web.app.url}/jobs`);
    await page.getByRole('button', { name: /^Put on the board: Harbour Pilot/ }).waitFor();
    expect(await page.getByText('No jobs yet').count()).toBe(0);
    await picture(page, 'jobs-unplaced');
    await page.getByRole('button', { name: /^Put on the board: Harbour Pilot/ }).click();
    await column(page, /^Saved/)
      .getByRole('link', { name: /^Harbour Pilot/ })
      .waitFor();
    await context.close();
  });

  test('goes from a pasted posting to the board, is moved by keyboard, and stays there', async () => {
    const { page, context, problems } = await web.open({ path: '/jobs' });
    await page.getByRole('button', { name: 'Add the first one' }).click();
    await page.getByText('Link', { exact: true }).click();
    await page.getByLabel('Address of the posting').fill('http://127.0.0.1/job');
    await page.getByRole('button', { name: 'Add to the board' }).click();
    await page.getByRole('button', { name: 'Paste the text instead' }).click();
    await page.getByLabel('Text of the posting').fill(posting);
    await page.reload();
    expect(await page.getByLabel('Text of the posting').inputValue()).toBe(posting);
    await page.getByRole('button', { name: 'Add to the board' }).click();
    await page.getByText('Added under Saved').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('Harbour Pilot');
    await page.getByRole('button', { name: 'Done' }).click();

    const card = (name: RegExp) =>
      column(page, name).getByRole('link', { name: /^Harbour Pilot.*Tide Labs$/ });
    await card(/^Saved/).focus();
    await page.keyboard.press('Space');
    await page.getByText('is picked up from Saved').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByText('Over Applied.').waitFor();
    const moved = page.waitForResponse(
      (response) => response.request().method() === 'PATCH' && response.ok(),
    );
    await page.keyboard.press('Space');
    await card(/^Applied/).waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toContain('Harbour Pilot');
    await page.getByRole('status').filter({ hasText: 'is now under Applied' }).waitFor({ state: 'attached' });
    await moved;
    await page.reload();
    await card(/^Applied/).waitFor();

    // A move that the server refuses is taken back.
    await page.route('**/api/applications/*', (route) =>
      route.request().method() === 'PATCH' ? route.fulfill({ status: 500, body: 'no' }) : route.fallback(),
    );
    await page.getByRole('button', { name: /^Move to another stage: Harbour/ }).press('Enter');
    const focused = () => page.evaluate('document.activeElement.textContent');
    await expect.poll(focused).toBe('Saved');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('Screening');
    await page.keyboard.press('Enter');
    await page.getByText('is back where it was').waitFor();
    await card(/^Applied/).waitFor();
    expect(problems.filter((problem) => !problem.match(/status of (400|500)/))).toEqual([]);
    await context.close();
  });

  test.each([1280, 800])('a card goes to every stage by keyboard, %i px wide', async (width) => {
    const title = `Lighthouse Keeper ${width}`;
    const { id } = await post('/api/applications', {
      job: { title, company_name: 'Cape' },
      stage: 'screening',
    });
    const { page, context } = await web.open({ path: '/jobs', signedIn: true });
    await page.setViewportSize({ width, height: 800 });
    await page.getByRole('link', { name: new RegExp(title) }).focus();
    await page.keyboard.press('Space');
    await page.getByText('is picked up from Screening').waitFor();
    for (const stage of ['Interview', 'Offer', 'Accepted', 'Rejected', 'Withdrawn', 'No answer']) {
      await page.keyboard.press('ArrowRight');
      await page.getByText(`Over ${stage}.`).waitFor();
      if (stage === 'Rejected') await picture(page, `board-keyboard-${width}`);
    }
    await page.keyboard.press('ArrowLeft');
    await page.getByText('Over Withdrawn.').waitFor();
    await page.keyboard.press('Space');
    const stageNow = async () =>
      ((await web.app.request('GET', `/api/applications/${id}`)).body as { stage: string }).stage;
    await expect.poll(stageNow).toBe('withdrawn');
    await context.close();
  });

  test('shows what of a CSV file would be taken, and why a row is not, before it is', async () => {
    // Where it is still the day before as days begin in UTC.
    const { page, context } = await web.open({ path: '/jobs?add=csv', timeZone: 'America/Los_Angeles' });
    const file = { name: 'tracker.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('2 jobs would be added, 1 row left out').waitFor();
    await page.getByText(/^Line 4: /).waitFor();
    await page.getByText('Deck Officer, Bay Ferries').waitFor();
    await picture(page, 'jobs-csv');
    await page.getByRole('button', { name: 'Import 2 jobs' }).click();
    await column(page, /^Interview/)
      .getByRole('link', { name: /^Deck Officer.*Bay Ferries$/ })
      .waitFor();

    await page.getByRole('link', { name: /^Deck Officer/ }).click();
    await page.getByRole('heading', { name: 'Where it stands' }).waitFor();
    expect(await page.getByLabel('Applied', { exact: true }).inputValue()).toBe('2026-02-03');
    await page.getByText('by an import, 3 Feb 2026', { exact: true }).waitFor();

    // What is typed into the forms of the page survives a reload, and they stand open.
    await page.getByRole('button', { name: 'Correct it' }).click();
    await page.getByLabel('Company', { exact: true }).fill('Bay Ferries Ltd');
    await page.getByRole('region', { name: 'Contacts' }).getByRole('button', { name: 'Add' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Ana Ito');
    await page.reload();
    expect(await page.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe('Ana Ito');
    expect(await page.getByLabel('Company', { exact: true }).inputValue()).toBe('Bay Ferries Ltd');
    await page.getByRole('form', { name: 'New contact' }).getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Edit Ana Ito' }).waitFor();
    await page.getByRole('region', { name: 'Posting' }).getByRole('button', { name: 'Save' }).click();
    await page.getByText('Bay Ferries Ltd').first().waitFor();
    expect(await page.getByRole('button', { name: 'Correct it' }).isVisible()).toBe(true);

    await page.goto(`${web.app.url}/jobs?view=calendar`);
    await page.getByRole('button', { name: 'Make an address' }).click();
    await page.getByRole('button', { name: 'Make it' }).click();
    const url = await page.getByLabel('Address of the calendar').inputValue();
    expect(await (await fetch(url)).text()).toContain('BEGIN:VCALENDAR');
    await context.close();
  });

  test('writes a letter whose claims show where they come from, in versions', async () => {
    await post('/api/cv', { json_resume: resume });
    const job = await post('/api/jobs', { text: posting });
    const { id } = await post('/api/applications', { job_id: job.id });
    const { page, context, problems } = await web.open({ path: `/jobs/${id}`, signedIn: true });
    await page.getByLabel('Next step').fill('Call the port');
    await page.getByRole('textbox', { name: 'Notes' }).focus();
    await page.locator('p[role=status]', { hasText: /^Saved$/ }).waitFor();
    await page.getByText('Next step set').waitFor();

    await page.getByRole('button', { name: 'Write a letter' }).click();
    await page.getByRole('button', { name: 'Write it' }).click();
    await page.getByText('This is a draft').waitFor();
    const letter = page.getByRole('region', { name: 'Letter', exact: true });
    await letter
      .getByRole('button', { name: /Wrote the berth planner/ })
      .first()
      .hover();
    const evidence = page.getByRole('region', { name: 'Evidence' });
    await expect.poll(() => evidence.locator('li[data-active]').textContent()).toContain('Your CV');
    await picture(page, 'jobs-letter');

    await page.getByRole('button', { name: 'Edit' }).click();
    await page
      .getByLabel('Letter', { exact: true })
      .last()
      .fill('Dear team, I sailed to Mars with NASA in 1999.');
    await page.reload();
    expect(await page.getByLabel('Letter', { exact: true }).last().inputValue()).toContain('NASA in 1999.');
    await page.getByRole('button', { name: 'Keep as a new version' }).click();
    await page.getByText(/Neither the CV nor the posting holds this/).waitFor();
    await page.getByRole('tab', { name: 'Versions (2)' }).click();
    await page.locator('ins', { hasText: 'Mars' }).waitFor();
    await picture(page, 'jobs-versions');
    await page.getByRole('button', { name: 'Go back to version 1' }).click();
    await page.getByText('version 3 of 3').waitFor();
    await page.getByText('This is a draft').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'Markdown' }).click();
    expect((await download).suggestedFilename()).toMatch(/^Letter.*\.md$/);
    expect(problems).toEqual([]);
    await context.close();
  });

  test.each([
    ['light', 'desktop'],
    ['dark', 'phone'],
  ] as const)('has no serious findings, %s, %s', async (scheme, size) => {
    const { page, context } = await web.open({ scheme, size, path: null, signedIn: true });
    const found: string[] = [];
    const look = async (name: string) => {
      await picture(page, `jobs-${name}-${size}-${scheme}`);
      found.push(...(await seriousFindings(page)).map((finding) => `${name}: ${finding}`));
      const sideways = await sidewaysScroll(page);
      if (sideways !== 0) found.push(`${name}: scrolls sideways by ${sideways} px`);
    };
    await fill(web);
    await page.goto(`${web.app.url}/jobs`);
    await page.getByText('Deck Officer').first().waitFor();
    await look('board');
    for (const [tab, sign] of [
      ['Table', 'Next step'],
      ['Timeline', 'That is all.'],
      ['Calendar', 'In your own calendar'],
      ['Figures', 'How far they get'],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByText(sign).first().waitFor();
      await look(tab.toLowerCase());
    }
    await page.goto(`${web.app.url}/jobs?add=text`);
    await page.getByLabel('Text of the posting').waitFor();
    await look('add');
    await page.goto(`${web.app.url}/jobs?view=table&words=deck`);
    await page.getByRole('link', { name: 'Deck Officer' }).first().click();
    await page.getByRole('heading', { name: 'Where it stands' }).waitFor();
    await look('one');
    await post('/api/cv', { json_resume: resume });
    const letter = await post('/api/letters', { job_text: posting });
    await page.goto(`${web.app.url}/jobs/letters/${letter.id}`);
    await page.getByText('This is a draft').waitFor();
    await look('letter');
    expect(found).toEqual([]);
    await context.close();
  });
});

/** Applications of several kinds, with dates around now; the second time they are there already. */
async function fill(web: Web): Promise<void> {
  const now = Date.now();
  const at = (days: number) => new Date(now + days * 86_400_000).toISOString();
  const stages = ['saved', 'applied', 'applied', 'screening', 'interview', 'offer', 'rejected', 'ghosted'];
  const titles = ['Deck Officer', 'Chief Mate', 'Port Planner', 'Tug Master', 'Ship Broker', 'Surveyor'];
  await Promise.all(
    stages.map((stage, i) =>
      web.app.request('POST', '/api/applications', {
        body: {
          job: { title: titles[i % titles.length], company_name: `Harbour & Sons ${i}`, location: 'Vigo' },
          stage,
          at: at(-20 + i),
          source: i % 2 ? 'LinkedIn' : 'A friend',
          ...(stage === 'interview' && { interview_at: at(1) }),
          ...(i % 3 === 0 && { remind_at: at(i - 3), next_step: 'Send the references and the certificates' }),
          ...(i === 0 && { contacts: [{ name: 'Ana Ito', role: 'Recruiter', email: 'ana@example.org' }] }),
        },
      }),
    ),
  );
}
