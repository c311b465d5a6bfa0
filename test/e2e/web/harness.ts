import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { builtSite } from '../../../src/http/index.ts';
import { type TestApp, type TestContextOptions, testApp } from '../../context.ts';
import { chromiumBrowser, chromiumPath } from '../../servers/chromium.ts';
import { requireOrSkip } from '../../servers/require.ts';
import { builtWeb } from './build.ts';

/** Whether a file of browser tests runs here: `describe.skipIf(!hasBrowser())`. */
export const hasBrowser = (): boolean => requireOrSkip('Chromium', chromiumPath() !== null);

export interface OpenOptions {
  /** `phone` is 375 px wide. */
  size?: 'desktop' | 'phone';
  scheme?: 'light' | 'dark';
  /** Where to go first; `/` by default. null: nowhere yet. */
  path?: string | null;
  /** True to be somebody already: the session of `web.app.userId`. */
  signedIn?: boolean;
  locale?: string;
  /** As IANA names it; UTC by default. */
  timeZone?: string;
}

export interface OpenPage {
  page: Page;
  context: BrowserContext;
  /** Errors of the console and of scripts so far; a test expects them to be none. */
  problems: string[];
}

export interface Web {
  app: TestApp;
  browser: Browser;
  open(options?: OpenOptions): Promise<OpenPage>;
  close(): Promise<void>;
}

const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 375, height: 740 } };

/** The app with its built pages on a port of its own, and a real browser before it. Close it after the tests. */
export async function openWeb(options: TestContextOptions = {}): Promise<Web> {
  const [root, browser] = await Promise.all([builtWeb(), chromiumBrowser()]);
  const app = await testApp({ ...options, web: builtSite(root) });
  return {
    app,
    browser,
    async open({
      size = 'desktop',
      scheme = 'light',
      path = '/',
      signedIn = false,
      locale = 'en-GB',
      timeZone = 'UTC',
    } = {}) {
      const context = await browser.newContext({
        viewport: sizes[size],
        colorScheme: scheme,
        reducedMotion: 'reduce',
        locale,
        timezoneId: timeZone,
      });
      context.setDefaultTimeout(30_000);
      if (signedIn) {
        const cookie = { name: 'interviewly_session', value: app.token, url: app.url, httpOnly: true };
        await context.addCookies([{ ...cookie, sameSite: 'Lax' }]);
      }
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message) => {
        // The first call of a browser without a session is refused, and begins one.
        if (message.type() === 'error' && !message.text().includes('status of 401'))
          problems.push(message.text());
      });
      if (path !== null) {
        await page.goto(app.url + path);
        // What is painted before the app has come answers to nothing.
        await page.locator('#root:not([inert])').waitFor({ state: 'attached' });
      }
      return { page, context, problems };
    },
    async close() {
      await app.close();
    },
  };
}

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * The serious and critical findings of axe-core, one line each. Evaluated through the debugger's protocol, which the
 * page's content security policy does not concern.
 */
export async function seriousFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(await axeSource());
  return page.evaluate(async () => {
    interface Finding {
      id: string;
      impact: string;
      nodes: { target: string[]; failureSummary: string }[];
    }
    const axe = (
      globalThis as unknown as {
        axe: { run(options: { resultTypes: string[] }): Promise<{ violations: Finding[] }> };
      }
    ).axe;
    // The thousands of checks that passed need not be told one by one.
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary.replaceAll('\n', ' ')}`),
      );
  });
}

let axe: Promise<string> | undefined;
function axeSource(): Promise<string> {
  axe ??= import('node:fs/promises').then(({ readFile }) => readFile(axePath, 'utf8'));
  return axe;
}

/** How far the page can be scrolled sideways, in px; 0 is what is wanted. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(`document.documentElement.scrollWidth - document.documentElement.clientWidth`);
}

/** A picture to look at: SCREENSHOTS=folder keeps those of a run; nothing is written where it is not set. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  const path = join(tmpdir(), folder);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, `${name}.png`), await page.screenshot());
}
