import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  parseSearchWith,
  stringifySearchWith,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { noteNavigation } from './focus.ts';
import { NotFound } from './not-found.tsx';
import { RouteError } from './route-error.tsx';
import { RoutePending } from './route-pending.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

/** What follows the `?`: plain texts. Pages read them with `useSearch({ strict: false })`. */
export type Search = Record<string, string | undefined>;

type Load = () => Promise<{ default: ComponentType }>;

/** A page, loaded when it is first gone to. */
function page<const Path extends string>(path: Path, load: Load) {
  return createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(load),
    validateSearch: (search: Record<string, unknown>): Search => search as Search,
  });
}

const routeTree = root.addChildren([
  page('/', () => import('../features/coach/page.tsx')),
  page('/memory', () => import('../features/memory/page.tsx')),
  page('/cv', () => import('../features/cv/page.tsx')),
  page('/cv/$cvId', () => import('../features/cv/cv-page.tsx')),
  page('/jobs', () => import('../features/jobs/page.tsx')),
  page('/insights', () => import('../features/insights/page.tsx')),
  page('/settings', () => import('../features/settings/page.tsx')),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  defaultPendingMinMs: 200,
  defaultPendingComponent: RoutePending,
  defaultErrorComponent: RouteError,
  scrollRestoration: true,
  // Texts stay texts: the default would make a number of `?q=2024`.
  parseSearch: parseSearchWith((text) => text),
  stringifySearch: stringifySearchWith(String),
});

noteNavigation(router);

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
