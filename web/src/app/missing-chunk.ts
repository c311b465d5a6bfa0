const KEY = 'interviewly.reloaded-at';
const againAfterMs = 30_000;

/** After an update of the server the parts of the old app are gone: the page is loaded anew, once. */
export function reloadOnMissingChunk(): void {
  window.addEventListener('vite:preloadError', (event) => {
    if (!navigator.onLine || Date.now() - Number(sessionStorage.getItem(KEY)) < againAfterMs) return;
    event.preventDefault();
    sessionStorage.setItem(KEY, String(Date.now()));
    location.reload();
  });
}
