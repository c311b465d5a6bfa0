import { databaseUnavailable } from '../kernel/errors.ts';
import type { HttpApp } from '../routing/types.ts';
import type { Store } from '../store/index.ts';
import { isApi } from './paths.ts';

/** Until the database is ready the API answers 503 at once, rather than keeping callers waiting for a timeout. */
export function requireReadyStore(app: HttpApp, store: Pick<Store, 'state'>): void {
  // After the plugins registered so far, so that this answer carries their headers too.
  app.after(() => {
    app.addHook('onRequest', async (request) => {
      const { state } = store;
      if (state.phase === 'ready' || !isApi(request.url)) return;
      if (state.phase === 'failed') throw databaseUnavailable(state.reason, { remedy: state.remedy });
      if (state.phase === 'closed') throw databaseUnavailable('The server is shutting down.');
      throw databaseUnavailable(state.reason ?? 'The database is being prepared.');
    });
  });
}
