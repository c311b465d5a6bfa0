const KEY = 'interviewly.reloaded-at';
const againAfterMs = 30_000;

/**
 * After an update of the server the parts of the old app are gone: the page is loaded anew, once. Where the server does
 * not answer, a reload would leave nothing at all.
 */
export function reloadOnMissingChunk(): void {
  window.addEventListener('vite:preloadError', () => void reloadIfThere());
}

async function reloadIfThere(): Promise<void> {
  if (Date.now() - Number(sessionStorage.getItem(KEY)) < againAfterMs) return;
  const isThere = await fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!isThere) return;
  sessionStorage.setItem(KEY, String(Date.now()));
  location.reload();
}
