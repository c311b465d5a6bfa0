import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

// Chromium heeds only the last list that it is given: this one takes the place of playwright-core's own, and so repeats
// what of it concerns Chromium here (not Edge, not Windows).
const FEATURES_OFF = [
  // Two pages of the address bar, loaded anew with every page that is opened: a fifth of what these tests took.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

// Beside running headless as any user: no request that a test did not make.
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${FEATURES_OFF.join(',')}`,
];

/** The installed Chromium or Chrome: CHROMIUM_PATH if set, otherwise where packages put it. Null where there is none. */
export function chromiumPath(): string | null {
  const chosen = process.env.CHROMIUM_PATH;
  return (chosen ? [chosen] : PATHS).find((path) => existsSync(path)) ?? null;
}

let launched: Promise<Browser> | undefined;

/**
 * A real browser with an empty profile, started once for all the files that a worker runs; it ends with the worker. Each
 * test opens a context of its own in it, and closes that.
 */
export function chromiumBrowser(): Promise<Browser> {
  launched ??= launch();
  return launched;
}

async function launch(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('no Chromium found: set CHROMIUM_PATH');
  return await chromium.launch({ executablePath, headless: true, args: ARGUMENTS });
}
