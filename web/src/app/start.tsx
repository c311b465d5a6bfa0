import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { watchConnection } from './connection.ts';
import { router } from './router.tsx';
import { restoreSignIn } from './sign-in.ts';

/** Until then what the server sent stands; after it a page that is still loading says so. */
const longestWaitMs = 1_000;

/**
 * Starts the app in the place of what the server sent. A function, not a module that waits: pages share code with this
 * module's chunk, so none of them would be evaluated before it is, and each start would take as long as it may.
 */
export async function start(): Promise<void> {
  watchConnection();
  restoreSignIn();
  // The first page takes the place of what the server sent in one go, without a blank moment between.
  await Promise.race([
    router.load().catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, longestWaitMs)),
  ]);
  const place = document.getElementById('root')!;
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  place.inert = false;
}
