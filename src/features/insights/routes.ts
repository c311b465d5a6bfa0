import type { Clock } from '../../kernel/clock.ts';
import type { Memory } from '../../memory/types.ts';
import { type HttpApp, type RouteDeps, userOf } from '../../routing/types.ts';
import type { Store } from '../../store/index.ts';
import { createMap } from './map/map.ts';
import { METHOD, markPromise, promisesOf } from './promises/promises.ts';
import {
  MapAnswer,
  PromiseBody,
  Promised,
  PromiseParams,
  PromisesAnswer,
  PromisesQuery,
  TopicsAnswer,
  TopicsQuery,
} from './schemas.ts';
import { topicsOf } from './topics/topics.ts';

export interface InsightDeps extends RouteDeps {
  store: Store;
  memory: Memory;
  clock: Clock;
}

const tags = ['insights'];

/** What a person can learn from their own memory. Nobody else's is read. */
export function registerInsights(app: HttpApp, deps: InsightDeps): void {
  const { memory, requireUser } = deps;
  const onRequest = requireUser;
  const map = createMap({ memory });
  app.addHook('onClose', () => map.close());

  app.get(
    '/api/insights/topics',
    {
      onRequest,
      schema: {
        tags,
        summary: 'What you talk about over time, and what you come back to',
        description: 'Of your own messages, the newest 5,000 of the time asked for.',
        querystring: TopicsQuery,
        response: { 200: TopicsAnswer },
      },
    },
    (request) => topicsOf(memory, userOf(request), request.query),
  );

  app.get(
    '/api/insights/promises',
    {
      onRequest,
      schema: {
        tags,
        summary: 'What you said you would do',
        description:
          'Read from what you said in English within a year, by patterns that rather miss one than invent one. Overdue ones come first, then what is due next.',
        querystring: PromisesQuery,
        response: { 200: PromisesAnswer },
      },
    },
    async (request) => {
      const { state } = request.query;
      const promises = await promisesOf(deps, userOf(request));
      return {
        promises: promises.filter((promise) => state === undefined || promise.state === state),
        method: METHOD,
      };
    },
  );

  app.patch(
    '/api/insights/promises/:id',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Mark a promise as done, dismissed or open again',
        params: PromiseParams,
        body: PromiseBody,
        response: { 200: Promised },
      },
    },
    (request) => markPromise(deps, userOf(request), request.params.id, request.body.state),
  );

  app.get(
    '/api/insights/map',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Your memory as a map',
        description:
          'Messages laid out by meaning (UMAP of their vectors) in groups (k-means). At most 2,000; the same messages are always laid out the same.',
        response: { 200: MapAnswer },
      },
    },
    (request) => map.map(userOf(request)),
  );
}
