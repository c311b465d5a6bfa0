import type { WebState } from './site.ts';

const texts: Record<Exclude<WebState, 'ready'>, { title: string; text: string; refresh: string }> = {
  building: {
    title: 'One moment',
    text: 'The web app is being built; this takes a few seconds the first time. This page reloads itself.',
    refresh: '<meta http-equiv="refresh" content="1">',
  },
  failed: {
    title: 'The web app could not be built',
    text: 'The API works. The server’s log says what went wrong, and <code>npm run build</code> tries again.',
    refresh: '',
  },
  absent: {
    title: 'There is no web app here',
    text: 'The API works. <code>npm ci &amp;&amp; npm run build</code> makes the web app.',
    refresh: '',
  },
};

/** What stands in the app's place until it is there; without script. */
export function waitingPage(state: Exclude<WebState, 'ready'>): string {
  const { title, text, refresh } = texts[state];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>${refresh}
<style>:root{color-scheme:light dark}body{font:1rem/1.6 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1.5rem}</style>
</head><body><main><h1>${title}</h1><p>${text}</p><p><a href="/docs">API documentation</a></p></main></body></html>`;
}
