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

/**
 * Named at each page, so that the router's type does not wait for the type of pages, whose links wait for the router's.
 */
type Loaded = Promise<{ default: ComponentType }>;

/** A page, loaded when it is first gone to. */
function page<const Path extends string>(path: Path, load: () => Loaded) {
  return createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(load),
    validateSearch: (search: Record<string, unknown>): Search => search as Search,
  });
}

const routeTree = root.addChildren([
  page('/', (): Loaded => import('../features/coach/page.tsx')),
  page('/memory', (): Loaded => import('../features/memory/page.tsx')),
  page('/cv', (): Loaded => import('../features/cv/page.tsx')),
  page('/cv/$cvId', (): Loaded => import('../features/cv/cv-page.tsx')),
  page('/jobs', (): Loaded => import('../features/jobs/page.tsx')),
  page('/jobs/$applicationId', (): Loaded => import('../features/jobs/one/application-page.tsx')),
  page('/jobs/posting/$jobId', (): Loaded => import('../features/jobs/one/posting-page.tsx')),
  page('/jobs/letters/$letterId', (): Loaded => import('../features/letters/letter-page.tsx')),
  page('/insights', (): Loaded => import('../features/insights/page.tsx')),
  page('/settings', (): Loaded => import('../features/settings/page.tsx')),
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
