import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FakeOpenAI, says, startFakeOpenAI } from '../../fakes/index.ts';
import { column, makePdf, textAt } from '../../fakes/pdf.ts';
import { hasBrowser, openWeb, picture, seriousFindings, sidewaysScroll, type Web } from './harness.ts';

const lines = [
  'mira@example.org | +34 600 111 222 | Vigo, Spain',
  '',
  'Experience',
  'Backend Engineer, Harbour Analytics',
  'March 2019 - Present',
  '- Responsible for the berth planner in TypeScript and PostgreSQL',
  '- Cut the nightly import from 50 to 9 minutes with Redis',
  '- Trained two colleagues in Docker.',
  '',
  'Junior Developer, Tide Labs',
  'June 2016 - February 2019',
  '- Wrote the tide tables in Python for 14 ports',
  '',
  'Education',
  'BSc Computer Science, University of Vigo, 2016',
  '',
  'Skills',
  'TypeScript, PostgreSQL, Python, Docker',
];
const pdf = () =>
  makePdf([
    { content: `${textAt(50, 780, 'Mira Santos', { size: 24, font: 2 })}\n${column(50, 740, lines)}` },
  ]);

const posting = `Backend Engineer

Requirements:
- 3+ years of professional experience with TypeScript
- Strong knowledge of PostgreSQL
- Experience with Rust
- Fluent English

Nice to have: Docker`;

const file = (name: string, bytes: Buffer, mimeType = 'application/pdf') => ({
  name,
  mimeType,
  buffer: bytes,
});

describe.skipIf(!hasBrowser())('the CV page', () => {
  let web: Web;
  let cv: string;
  beforeAll(async () => {
    web = await openWeb();
    const text = ['Mira Santos', ...lines].join('\n');
    cv = (
      (await web.app.request('POST', '/api/cv', { body: { text, filename: 'mira.txt' } })).body as {
        id: string;
      }
    ).id;
    await web.app.request('POST', `/api/cv/${cv}/analyses`, { body: { job_text: posting } });
  });
  afterAll(() => web?.close());

  const side = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

  test('goes from a dropped file to its checks, the match with a posting, and a file again', async () => {
    const { page, context, problems } = await web.open({ path: '/cv' });
    await page.getByText('With one, you get').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await picture(page, 'cv-none');
    await page.locator('input[type=file]').setInputFiles(file('mira.pdf', pdf()));
    await page.getByRole('heading', { level: 1, name: 'mira.pdf' }).waitFor();

    // What is pointed at is highlighted on both sides.
    const read = side(page, 'What was read');
    const text = side(page, 'Your text');
    await read.getByRole('button', { name: 'Harbour Analytics', exact: true }).hover();
    await expect.poll(() => text.locator('[data-active]').allTextContents()).toEqual(['Harbour Analytics']);
    await text.getByRole('button', { name: /^Wrote the tide tables/ }).hover();
    await expect.poll(() => read.locator('[data-active]').textContent()).toContain('tide tables');

    await page.getByRole('tab', { name: 'Checks' }).click();
    await page.getByRole('button', { name: 'Check this CV' }).click();
    await page
      .getByText(/^of \d+ passed$/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /^Show the place: Responsible/ }).click();
    await expect.poll(() => page.evaluate('document.activeElement.dataset.tone')).toBe('finding');
    await picture(page, 'cv-checks');

    await page.getByRole('tab', { name: 'Match' }).click();
    await page.getByLabel('Text of the posting').fill(posting);
    await page.getByRole('button', { name: 'Match', exact: true }).click();
    await page.getByRole('button', { name: /not in your CV.*Rust/ }).hover();
    await expect
      .poll(() => side(page, 'Posting').locator('[data-active]').allTextContents())
      .toEqual(['Rust']);
    await page.getByRole('button', { name: /listed among your skills.*PostgreSQL/ }).hover();
    await expect.poll(() => side(page, 'Posting').locator('[data-active]').textContent()).toBe('PostgreSQL');
    expect(await side(page, 'Your CV').locator('[data-active]').count()).toBeGreaterThan(0);
    await picture(page, 'cv-match');
    await page.reload();
    await side(page, 'Posting').getByText('Rust').waitFor();

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'Markdown' }).click();
    expect((await download).suggestedFilename()).toMatch(/Mira.*\.md$/);
    expect(problems).toEqual([]);
    await context.close();
  });

  test('says what to do with a file that it cannot read, and loses no pasted text', async () => {
    const { page, context } = await web.open({ path: '/cv' });
    const picker = page.locator('input[type=file]');
    await page.getByText('With one, you get').waitFor();
    await picker.setInputFiles(file('scan.pdf', makePdf([{ content: '' }], { picture: 40 })));
    await page.getByText(/text recognition \(OCR\)/).waitFor();
    await picker.setInputFiles(file('cv.docx', Buffer.from('{\\rtf1 Mira}')));
    await page.getByText(/Save it as PDF or Word/).waitFor();

    await page.getByText('Pasted text', { exact: true }).click();
    await page.getByLabel('Text of the CV').fill('Mira Santos\nmira@example.org');
    await page.reload();
    expect(await page.getByLabel('Text of the CV').inputValue()).toContain('mira@example.org');
    await page.getByRole('button', { name: 'Read this text' }).click();
    await page.getByRole('heading', { level: 1, name: 'Pasted CV' }).waitFor();
    await page.getByRole('button', { name: 'Delete this CV' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByText('With one, you get').waitFor();
    await context.close();
  });

  test('is used by keyboard: from a field to its place, and change by change', async () => {
    const { page, context, problems } = await web.open({ path: `/cv/${cv}`, signedIn: true });
    await side(page, 'What was read').getByRole('button', { name: 'Mira Santos' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate('document.activeElement.closest("[data-side]").dataset.side'))
      .toBe('text');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('mira@example.org');

    await page.getByRole('tab', { name: 'Overview' }).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.getByText('No language model is set up').waitFor();
    await page.getByRole('button', { name: 'Posting and wishes' }).press('Enter');
    await page.getByLabel('Your wishes').fill('Make it sound senior');
    await page.getByRole('button', { name: 'Propose changes' }).press('Enter');
    await page.getByText('Wishes need a language model').waitFor();
    await page.getByRole('button', { name: 'Go on without wishes' }).press('Enter');
    const change = page.getByRole('article', { name: /^Change of Experience/ }).first();
    await change.getByRole('button', { name: /^Accept/ }).press('Enter');
    await change.getByText('Accepted').waitFor();
    await page.getByText('For you to mend').waitFor();
    const { body } = await web.app.request('GET', `/api/cv/${cv}`);
    expect(JSON.stringify(body)).toContain('"Trained two colleagues in Docker"');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Changes');
    expect(problems.filter((problem) => !problem.includes('status of 422'))).toEqual([]);
    await context.close();
  });

  test.each([
    ['light', 'desktop'],
    ['dark', 'phone'],
  ] as const)('has no serious findings, %s, %s', async (scheme, size) => {
    const { page, context } = await web.open({ scheme, size, path: '/cv', signedIn: true });
    await page.getByText('mira.txt').waitFor();
    const look = async (name: string) => {
      await picture(page, `cv-${name}-${size}-${scheme}`);
      expect([name, await seriousFindings(page)]).toEqual([name, []]);
      expect([name, await sidewaysScroll(page)]).toEqual([name, 0]);
    };
    await look('list');
    await page.getByText('mira.txt').click();
    await page.getByText('What was read').first().waitFor();
    await look('overview');
    if (size === 'phone') {
      // One side at a time: a tap on a field shows its place on the other.
      await page.getByRole('button', { name: 'Harbour Analytics', exact: true }).click();
      await expect.poll(() => page.getByRole('radio', { name: 'Your text' }).isChecked()).toBe(true);
      await expect
        .poll(() =>
          page.evaluate(
            'document.activeElement.closest("[data-side=text]") && document.activeElement.textContent',
          ),
        )
        .toBe('Harbour Analytics');
      await page.getByText('What was read').click();
    }
    for (const [tab, sign] of [
      ['Checks', 'Can programs and people read it?'],
      ['Match', 'Compared by rules'],
      ['Changes', 'You see each one as before and after'],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByText(sign).first().waitFor();
      await look(tab.toLowerCase());
      if (tab === 'Match') {
        // What is pointed at is highlighted, with its reason in dimmed words.
        await page.getByRole('button', { name: /Years/ }).first().hover();
        await page.locator('button[data-keys][data-active]').first().waitFor();
        await look('match-active');
      }
    }
    await page.goto(`${web.app.url}/cv/nope`);
    await page.getByText('There is no such CV').waitFor();
    await look('none');
    await context.close();
  });
});

describe.skipIf(!hasBrowser())('the CV page with a model', () => {
  let web: Web;
  let model: FakeOpenAI;
  beforeAll(async () => {
    model = await startFakeOpenAI();
    web = await openWeb({
      env: { LLM_PROVIDER: 'compatible', LLM_BASE_URL: model.url, LLM_MODEL: 'writer' },
    });
  });
  afterAll(async () => {
    await web?.close();
    await model?.close();
  });

  test('shows changes as before and after, applies what is accepted, holds back what the CV does not say', async () => {
    const json_resume = {
      basics: { name: 'Mira Santos' },
      work: [
        {
          name: 'Harbour Analytics',
          position: 'Engineer',
          startDate: '2019-03',
          highlights: [
            'Was responsible for the berth planner',
            'Helped with the tide tables',
            'Cut the import',
          ],
        },
      ],
    };
    const added = await web.app.request('POST', '/api/cv', { body: { json_resume, filename: 'mira.json' } });
    const { id } = added.body as { id: string };
    const after = ['Built the berth planner', 'Kept the tide tables', 'Cut the import by 60%'];
    const changes = after.map((text, i) => ({
      pointer: `/work/0/highlights/${i}`,
      after: text,
      why: 'Says what you did.',
    }));
    model.script(says(JSON.stringify({ changes })));

    const { page, context, problems } = await web.open({ path: `/cv/${id}?tab=changes`, signedIn: true });
    await page.getByRole('button', { name: 'Propose changes' }).click();
    await page.getByText('2 to decide, 1 held back').waitFor();
    const first = page.getByRole('article', { name: 'Change of Experience: Engineer, bullet 1' });
    expect(await first.locator('del').allTextContents()).toEqual([
      expect.stringContaining('Was responsible for'),
    ]);
    expect(await first.locator('ins').allTextContents()).toEqual([expect.stringContaining('Built')]);
    await page.getByRole('button', { name: 'Held back: 1' }).click();
    await page.getByText(/does not hold what it states: number «60%»/).waitFor();
    await picture(page, 'cv-model-changes');
    await first.getByRole('button', { name: /^Accept/ }).click();
    await page.getByText('1 to decide, 1 accepted, 1 held back').waitFor();
    await page.getByRole('button', { name: /^Reject the change of/ }).click();
    await page.getByText('1 accepted, 1 rejected, 1 held back').waitFor();
    await page.getByRole('button', { name: 'Your CV as it stands now' }).click();
    await page.getByText('Built the berth planner', { exact: true }).waitFor();
    const { body } = await web.app.request('GET', `/api/cv/${id}`);
    expect((body as { json_resume: typeof json_resume }).json_resume.work[0]!.highlights).toEqual([
      'Built the berth planner',
      'Helped with the tide tables',
      'Cut the import',
    ]);
    expect(problems).toEqual([]);
    await context.close();
  });
});
