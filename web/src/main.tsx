import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/global.css';
import './app/first-paint.css';
import { reloadOnMissingChunk } from './app/missing-chunk.ts';

/** In a tab that is not looked at no frame comes. */
const atTheLatestMs = 300;

/** Lets the page of the server be painted before the app's script, which keeps the browser busy, takes it over. */
function afterPaint(begin: () => void): void {
  let hasBegun = false;
  const once = () => {
    if (hasBegun) return;
    hasBegun = true;
    begin();
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, atTheLatestMs);
}

/** What was painted would stand there and do nothing: the page says so, and tries again once there is a network. */
function sayNotLoaded(): void {
  document.getElementById('not-loaded')!.hidden = false;
  window.addEventListener('online', () => location.reload());
}

reloadOnMissingChunk();
afterPaint(() => void import('./app/start.tsx').then(({ start }) => start()).catch(sayNotLoaded));
