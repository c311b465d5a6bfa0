import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from '../../kernel/logger.ts';
import { buildWeb, builtStamp, canBuild } from './build.ts';
import { sourceStamp } from './stamp.ts';

/** `ready`: served; `building`: soon; `failed`: it could not be built; `absent`: there is none and nothing to build it. */
export type WebState = 'ready' | 'building' | 'failed' | 'absent';

/** The web app's files, and whether they are there yet. */
export interface WebSite {
  /** An absolute path. */
  root: string;
  state(): WebState;
}

/** A folder that was built beforehand. */
export function builtSite(root: string): WebSite {
  return { root, state: () => 'ready' };
}

export interface OpenSiteOptions {
  logger: Logger;
  /** False: web/dist is served as it is. */
  build: boolean;
  /** Ends a build that is under way. */
  signal?: AbortSignal;
  /** Told once, as a line for a person, when a build begins. */
  onBuilding?(): void;
  /** The checkout; this one by default. */
  checkout?: string;
}

const here = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * The app of this checkout. Where it was not built yet, or of other sources, it is built in the background; an older one
 * is served meanwhile.
 */
export function openSite({ logger, build, signal, onBuilding, checkout = here }: OpenSiteOptions): WebSite {
  const root = join(checkout, 'web/dist');
  const there = builtStamp(root);
  let state: WebState = there === null ? 'absent' : 'ready';
  const isStale = () => there === null || there !== sourceStamp(checkout);
  if (build && canBuild(checkout) && isStale()) {
    if (there === null) state = 'building';
    onBuilding?.();
    buildWeb(checkout, root, signal).then(
      () => {
        state = 'ready';
        logger.info('the web app is built');
      },
      (error: unknown) => {
        if (signal?.aborted) return;
        if (state === 'building') state = 'failed';
        logger.warn({ err: error }, 'the web app could not be built; `npm run build` shows why');
      },
    );
  } else if (build && state === 'absent') {
    logger.warn(
      'the web app is not built and cannot be built here: run `npm ci && npm run build`; / leads to /docs',
    );
  }
  return { root, state: () => state };
}
