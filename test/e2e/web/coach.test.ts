import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FakeOpenAI, fails, says, startFakeOpenAI } from '../../fakes/index.ts';
import { hasBrowser, openWeb, picture, seriousFindings, sidewaysScroll, type Web } from './harness.ts';

const field = (page: Page) => page.getByLabel('Your message');
const answer = (page: Page) => page.getByRole('article', { name: 'Coach' }).last();
const copies = (page: Page) => page.getByLabel('Copy the answer');

/** Says something, and waits for the whole answer. */
async function say(page: Page, text: string): Promise<void> {
  const before = await copies(page).count();
  await field(page).fill(text);
  await field(page).press('Enter');
  await expect.poll(() => copies(page).count(), { timeout: 60_000 }).toBe(before + 1);
}

describe.skipIf(!hasBrowser())('the coach, offline', { timeout: 60_000 }, () => {
  let web: Web;
  beforeAll(async () => {
    web = await openWeb();
  }, 120_000);
  afterAll(() => web?.close());

  test('leads from a source of an answer to that very CV and posting', async () => {
    const post = async (path: string, body: object) =>
      ((await web.app.request('POST', path, { body })).body as { id: string }).id;
    const cv = await post('/api/cv', {
      json_resume: { basics: { name: 'Mira Santos' }, skills: [{ name: 'TypeScript' }] },
    });
    const job = await post('/api/jobs', {
      text: 'Berth Planner\nTide Labs\n\nRequirements:\n- Experience with TypeScript\n- Experience with Rust',
    });
    const { page, context, problems } = await web.open({ signedIn: true });
    await say(page, 'How does my CV fit the Berth Planner job?');
    const sources = answer(page).getByRole('list', { name: 'Sources' });
    const links = async () =>
      Promise.all((await sources.getByRole('link').all()).map((link) => link.getAttribute('href')));
    await expect.poll(links).toEqual(expect.arrayContaining([`/cv/${cv}`, `/jobs/posting/${job}`]));
    await sources.getByRole('link', { name: /^Posting:/ }).click();
    await page.getByRole('heading', { level: 1, name: /Berth Planner/ }).waitFor();
    expect(problems).toEqual([]);
    await context.close();
  });

  test('from the first visit to a remembered answer, by keyboard', async () => {
    const { page, context, problems } = await web.open({ path: null });
    const scripts: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        scripts.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.goto(web.app.url);
    await page.getByText('I am your career coach, and I remember.').waitFor();
    await page.waitForLoadState('networkidle');
    const bytes = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeLessThan(250_000);
    await picture(page, 'coach-first');

    await field(page).focus();
    await say(page, 'I applied to the harbour museum and they offer 48,000 a year.');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Your message');
    await page.getByRole('button', { name: 'New conversation' }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByText('What is on your mind?').waitFor();
    await say(page, 'How much does the harbour museum offer me?');
    expect(await answer(page).textContent()).toContain('48,000');
    const remembered = answer(page).getByLabel('What was remembered');
    expect(await remembered.textContent()).toContain('harbour museum');
    // Screen readers are told the answer in one piece.
    await expect
      .poll(() => page.locator('[role=status]').allTextContents())
      .toContainEqual(expect.stringContaining('48,000'));
    await picture(page, 'coach-remembered');

    // To the moment it was said, marked there and with the focus.
    await remembered.getByLabel('Go to the moment it was said').focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-marked]').getByText('48,000 a year').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toContain('48,000 a year');
    expect(problems).toEqual([]);
    await context.close();
  });

  test('what is said while the server is away waits in the list, and goes out once and in order', async () => {
    const { page, context } = await web.open({ signedIn: true });
    const list = page.getByRole('complementary', { name: 'Conversations' });
    // Nothing answers, not even for the parts of the page that are still to come.
    await page.route('**/*', (route) => route.abort());
    const said = ['The night ferry needs a steward.', 'They want an answer by Monday.'];
    for (const text of said) {
      await field(page).fill(text);
      await field(page).press('Enter');
      await page.getByRole('article', { name: 'You' }).getByText(text).waitFor();
      await page.getByText('This is not sent yet.').waitFor();
    }
    await list.getByRole('button', { name: 'New conversation' }).click();
    await field(page).fill('Another one');
    await picture(page, 'coach-not-sent');
    await list.getByRole('link', { name: /The night ferry.*Not sent yet/ }).click();
    await page.getByRole('article', { name: 'You' }).getByText(said[1]!).waitFor();
    expect(await seriousFindings(page)).toEqual([]);

    await page.unroute('**/*');
    await page.reload();
    await expect.poll(() => copies(page).count(), { timeout: 60_000 }).toBe(2);
    await list.getByText('Not sent yet').waitFor({ state: 'detached' });
    const id = new URL(page.url()).searchParams.get('conversation');
    const { body } = await web.app.request('GET', `/api/conversations/${id}/messages`);
    const { messages } = body as { messages: { role: string; text: string }[] };
    expect(messages.filter(({ role }) => role === 'user').map(({ text }) => text)).toEqual(said.toReversed());
    expect(messages).toHaveLength(4);
    await context.close();
  });

  test('each tab keeps its own draft, and a fresh one begins with the last', async () => {
    const { page, context } = await web.open({ signedIn: true });
    const kept = () => page.evaluate('localStorage.getItem("draft:coach:new")');
    await field(page).fill('Of the first tab');
    await expect.poll(kept).toBe('Of the first tab');
    const second = await context.newPage();
    await second.goto(web.app.url);
    await second.locator('#root:not([inert])').waitFor({ state: 'attached' });
    expect(await field(second).inputValue()).toBe('Of the first tab');
    await field(second).fill('Of the second tab');
    await expect.poll(kept).toBe('Of the second tab');
    await page.reload();
    await page.locator('#root:not([inert])').waitFor({ state: 'attached' });
    expect(await field(page).inputValue()).toBe('Of the first tab');
    await context.close();
  });

  test('conversations are found, named and deleted; an answer is rated, a memory forgotten', async () => {
    const { page, context } = await web.open({ signedIn: true });
    await say(page, 'My notice period is three months.');
    await page.getByRole('button', { name: 'New conversation' }).first().click();
    await page.getByText('What is on your mind?').waitFor();
    await say(page, 'How long is my notice period?');

    await answer(page).getByRole('button', { name: 'This did not help' }).click();
    await page.getByLabel('What was wrong? (optional)').fill('Too short');
    await page.keyboard.press('Enter');
    const id = await answer(page).getAttribute('data-message');
    const kept = async () =>
      (
        (
          await web.app.request(
            'GET',
            `/api/conversations/${new URL(page.url()).searchParams.get('conversation')}/messages`,
          )
        ).body as { messages: { message_id: string; rating: { rating: string; reason: string } | null }[] }
      ).messages.find(({ message_id }) => message_id === id)?.rating;
    await expect.poll(kept).toMatchObject({ rating: 'not_helpful', reason: 'Too short' });

    await answer(page).getByRole('button', { name: 'Forget this' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
    await page.getByText('The coach will not come back to it.').waitFor();
    await answer(page).getByLabel('What was remembered').waitFor({ state: 'detached' });
    const found = await web.app.request('POST', '/api/memory/search', {
      body: { query: 'notice period three months', filters: { role: 'user' } },
    });
    expect(JSON.stringify(found.body)).not.toContain('three months');

    const list = page.getByRole('complementary', { name: 'Conversations' });
    await list.getByRole('button', { name: /More for «How long/ }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.keyboard.type('Leaving');
    await page.keyboard.press('Enter');
    await list.getByRole('link', { name: /Leaving/ }).waitFor();
    await list.getByLabel('Search conversations').fill('nothing like this');
    await list.getByText('Nothing was found.').waitFor();
    await list.getByLabel('Search conversations').fill('leaving');
    await list.getByRole('button', { name: 'More for «Leaving»' }).click();
    await page.getByRole('menuitem', { name: 'Search in this conversation' }).click();
    const select = page.getByRole('combobox', { name: 'Conversation' });
    await expect.poll(() => select.inputValue()).toBe('Leaving');
    await picture(page, 'memory-in-conversation');
    await page.goBack();
    await list.getByRole('button', { name: 'More for «Leaving»' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('The conversation is deleted and forgotten.').waitFor();
    await page.getByText('What is on your mind?').waitFor();
    await list.getByRole('link', { name: /Leaving/ }).waitFor({ state: 'detached' });
    await context.close();
  });

  test('the sample person comes and goes; both schemes, both widths, without serious findings', async () => {
    const { page, context } = await web.open();
    await page.getByRole('button', { name: 'Load the sample person' }).click();
    await page.getByText('The sample person is loaded').waitFor();
    await page.getByRole('complementary', { name: 'Conversations' }).getByRole('link').first().click();
    await copies(page).first().waitFor();
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const [width, height] of [
        [1280, 800],
        [375, 740],
      ] as const) {
        await page.setViewportSize({ width, height });
        await picture(page, `coach-sample-${scheme}-${width}`);
        expect(await seriousFindings(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBe(0);
      }
    }
    await page.getByRole('button', { name: 'Conversations' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'New conversation' }).click();
    await page.getByRole('button', { name: 'Throw the sample away' }).click();
    await page.getByText('I am your career coach, and I remember.').waitFor();
    await context.close();
  });

  test('2,000 messages scroll without jank, older ones come on the way up, an old one is gone to', async () => {
    const start = Date.parse('2025-01-01T08:00:00Z');
    for (let batch = 0; batch < 2; batch++) {
      await web.app.context.memory.remember(
        web.app.userId,
        Array.from({ length: 1_000 }, (_, i) => {
          const n = batch * 1_000 + i;
          return {
            text: `${n === 150 ? 'The needle of the haystack' : `Message ${n}`}. ${'Some words of it. '.repeat(n % 9)}`,
            role: n % 2 === 0 ? ('user' as const) : ('assistant' as const),
            message_id: `m-${n}`,
            conversation_id: 'long',
            created_at: new Date(start + n * 60_000),
          };
        }),
      );
    }
    const { page, context, problems } = await web.open({ signedIn: true, path: '/?conversation=long' });
    await page.getByRole('feed').getByText('Message 1999.').waitFor();
    // The newest stays in sight as a keyboard takes half of the screen.
    const belowSight = `(({ scrollHeight, scrollTop, clientHeight }) => Math.round(scrollHeight - scrollTop - clientHeight))(
      document.querySelector('section[aria-label=Messages]'))`;
    await expect.poll(() => page.evaluate(belowSight)).toBeLessThan(2);
    await page.setViewportSize({ width: 1280, height: 430 });
    await expect.poll(() => page.evaluate('innerHeight')).toBe(430);
    await expect.poll(() => page.evaluate(belowSight)).toBeLessThan(2);
    await page.setViewportSize({ width: 1280, height: 800 });
    const { frames, articles, taskMs } = await scrollUp(page);
    expect(articles).toBeLessThan(60);
    // A frame has 16.7 ms; counted is the processor's time, as other work of the machine is no matter of the page.
    expect(taskMs / frames).toBeLessThan(16);
    expect(await page.getByRole('article').first().textContent()).not.toContain('Message 1999');
    await page.goto(`${web.app.url}/?conversation=long&message=m-150`);
    await page.locator('[data-marked]').getByText('The needle').waitFor();
    expect(await page.locator('[data-marked]').isVisible()).toBe(true);
    expect(problems).toEqual([]);
    await context.close();
  });
});

/** Scrolls up for a hundred frames, 120 px each; `taskMs` is what the page's thread worked meanwhile. */
async function scrollUp(page: Page): Promise<{ frames: number; articles: number; taskMs: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const workedMs = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1_000;
  };
  const before = await workedMs();
  const frames = 100;
  await page.evaluate(`(async () => {
    const feed = document.querySelector('section[aria-label=Messages]');
    for (let frame = 0; frame < ${frames}; frame++) {
      feed.scrollTop -= 120;
      await new Promise(requestAnimationFrame);
    }
  })()`);
  return { frames, articles: await page.locator('article').count(), taskMs: (await workedMs()) - before };
}

describe.skipIf(!hasBrowser())('the coach, with a model', { timeout: 60_000 }, () => {
  let fake: FakeOpenAI;
  let web: Web;
  beforeAll(async () => {
    fake = await startFakeOpenAI();
    web = await openWeb({
      env: { LLM_PROVIDER: 'compatible', LLM_BASE_URL: fake.url, LLM_MODEL: 'fake', LLM_API_KEY: 'key' },
    });
  }, 120_000);
  afterAll(async () => {
    await web?.close();
    await fake?.close();
  });

  test('an answer is stopped and asked for again; a failure says so and is retried, once kept', async () => {
    const { page, context } = await web.open({ signedIn: true });
    fake.script(says('One two three four five six seven eight nine ten. '.repeat(20), { chunkDelayMs: 60 }));
    await field(page).fill('Tell me a long story.');
    await field(page).press('Enter');
    await answer(page).getByText('three four').waitFor();
    await page.getByRole('button', { name: 'Stop the answer' }).click();
    await page.getByText('This has no whole answer.').waitFor();
    fake.script(says('A short one, then.'));
    await page.getByRole('button', { name: 'Answer again' }).click();
    await answer(page).getByText('A short one, then.').waitFor();
    await answer(page)
      .getByText(/Answered by .*fake/)
      .waitFor();

    fake.always(fails(500));
    await field(page).fill('And now?');
    await field(page).press('Enter');
    await page.getByRole('alert').waitFor();
    await picture(page, 'coach-failed');
    expect(await seriousFindings(page)).toEqual([]);
    await field(page).fill('A thought that is not sent');
    await page.reload();
    await page.getByText('This has no whole answer.').waitFor();
    expect(await field(page).inputValue()).toBe('A thought that is not sent');
    fake.always(says('Now it works.'));
    await page.getByRole('button', { name: 'Answer again' }).click();
    await answer(page).getByText('Now it works.').waitFor();
    const said = await page.getByRole('article', { name: 'You' }).allTextContents();
    expect(said.filter((text) => text.includes('And now?'))).toHaveLength(1);
    await context.close();
  });

  test('markup and links of scripts are inert', async () => {
    const { page, context, problems } = await web.open({ signedIn: true });
    await page.evaluate('window.hurt = 0');
    const hostile =
      '<img src=x onerror="window.hurt=1"> <script>window.hurt=1</script> [press](javascript:window.hurt=1) [data](data:text/html,hi) [good](https://example.com) ![spy](https://example.com/spy.png)';
    fake.always(says(hostile));
    await say(page, hostile);
    await answer(page).getByRole('link', { name: 'good' }).waitFor();
    expect(await answer(page).getByRole('link').count()).toBe(1);
    expect(await answer(page).getByRole('link').getAttribute('rel')).toContain('noopener');
    expect(await page.locator('article img, article script').count()).toBe(0);
    expect(await page.evaluate('window.hurt')).toBe(0);

    // What begins from the right is laid out from there, in the message and in the answer.
    const hebrew = 'שלום, יש לי ראיון מחר';
    fake.always(says(`In English.\n\n${hebrew}`));
    await field(page).fill(hebrew);
    await field(page).press('Enter');
    const said = page.getByRole('feed').getByText(hebrew, { exact: true });
    await expect.poll(() => said.and(page.locator(':dir(rtl)')).count()).toBe(2);
    const english = answer(page).getByText('In English.');
    expect(await english.and(page.locator(':dir(ltr)')).count()).toBe(1);
    expect(problems).toEqual([]);
    await context.close();
  });
});
