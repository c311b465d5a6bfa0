import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumPath } from '../../servers/chromium.ts';

/**
 * How quickly a first visit of a page shows something, on this machine: `node test/e2e/web/first-load.ts [visits] [path]`.
 * Starts the server as `npm start` does (on an empty SQLite file) and visits it with a new browser and an empty cache each
 * time. Times in ms since the navigation began; CPU is of the page's main thread; bytes are those of the wire.
 */
interface Visit {
  /** First contentful paint. */
  fcp: number;
  /** Largest contentful paint. */
  lcp: number;
  /** What was painted largest, as `tag text`. */
  largest: string;
  /** Cumulative layout shift, without a unit. */
  shift: number;
  /** All tasks of the main thread, and what scripts took of them. */
  taskMs: number;
  scriptMs: number;
  /** Scripts and styles until two seconds of quiet. */
  scriptKb: number;
  styleKb: number;
  requests: number;
}

const checkout = fileURLToPath(new URL('../../../', import.meta.url));
const quietMs = 1_500;

async function main(): Promise<void> {
  const [visits = '5', path = '/'] = process.argv.slice(2);
  const folder = mkdtempSync(join(tmpdir(), 'first-load-'));
  const server = spawn(process.execPath, ['bin/interviewly.js', 'serve'], {
    cwd: checkout,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'info', DATABASE_URL: `sqlite:///${folder}/visit.db` },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const url = await addressOf(server.stderr);
    await visit(url + path); // The first one of a server compiles what answers.
    const all: Visit[] = [];
    for (let index = 0; index < Number(visits); index++) all.push(await visit(url + path));
    console.table(all);
    console.log(`load of the machine (1 min): ${loadavg()[0]?.toFixed(2)}`);
  } finally {
    server.kill();
    await once(server, 'close');
    rmSync(folder, { recursive: true, force: true });
  }
}

function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    output.on('data', (chunk) => {
      said += String(chunk);
      const found = /"url":"(http:[^"]+)"/.exec(said);
      if (found?.[1]) resolve(found[1]);
    });
    output.on('end', () => reject(new Error(`the server did not start: ${said}`)));
  });
}

/** Run in the page before anything of it. */
const observe = `
  window.seen = { lcp: 0, largest: '', shift: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      seen.lcp = entry.startTime;
      seen.largest = (entry.element?.tagName ?? '?') + ' ' + (entry.element?.textContent ?? '').slice(0, 30);
    }
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });`;

async function visit(address: string): Promise<Visit> {
  const executablePath = chromiumPath() ?? undefined;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.addInitScript(observe);
    const protocol = await page.context().newCDPSession(page);
    await protocol.send('Performance.enable');
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.waitForTimeout(quietMs);
    const { metrics } = await protocol.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    const painted = await page.evaluate<{
      seen: { lcp: number; largest: string; shift: number };
      fcp: number;
      files: { name: string; bytes: number }[];
    }>(`({
      seen,
      fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
      files: performance.getEntriesByType('resource').map(({ name, transferSize }) => ({ name, bytes: transferSize })),
    })`);
    const kb = (kind: RegExp) =>
      rounded(
        painted.files.filter(({ name }) => kind.test(name)).reduce((sum, { bytes }) => sum + bytes, 0) /
          1_024,
      );
    return {
      fcp: rounded(painted.fcp),
      lcp: rounded(painted.seen.lcp),
      largest: painted.seen.largest,
      shift: Math.round(painted.seen.shift * 1_000) / 1_000,
      taskMs: rounded(of('TaskDuration') * 1_000),
      scriptMs: rounded(of('ScriptDuration') * 1_000),
      scriptKb: kb(/\.js$/),
      styleKb: kb(/\.css$/),
      requests: painted.files.length,
    };
  } finally {
    await browser.close();
  }
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

await main();
