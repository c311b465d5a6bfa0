import { createMemoryHistory } from '@tanstack/react-router';
import { renderToStaticMarkup } from 'react-dom/server';
import { App } from './app/app.tsx';
import { router } from './app/router.tsx';

/**
 * The app's first page as somebody sees it who is here for the first time, as markup. Made when the app is built, put
 * into `index.html`, and shown until the app takes over. What is of one person is not in it.
 */
export async function firstPaint(): Promise<string> {
  const history = createMemoryHistory({ initialEntries: ['/'] });
  // Which on a server is a script in the page.
  router.update({ ...router.options, history, scrollRestoration: false });
  await router.load();
  return renderToStaticMarkup(<App />);
}
