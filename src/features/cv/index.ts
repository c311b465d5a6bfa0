import type { HttpApp } from '../../routing/types.ts';
import { registerAnalyses } from './analyses/index.ts';
import type { CvDeps } from './deps.ts';
import { registerExport } from './export/index.ts';
import { registerRewrites } from './rewrites/index.ts';
import { registerCvs } from './routes.ts';

export { type Cv, type CvDocument, type CvWarning, findCv, latestCv } from './cvs.ts';
export type { CvDeps } from './deps.ts';

/** CVs: import, list, correct, delete; what is found in them, proposed for them, and made of them. */
export function registerCv(app: HttpApp, deps: CvDeps): void {
  registerCvs(app, deps);
  registerAnalyses(app, deps);
  registerRewrites(app, deps);
  registerExport(app, deps);
}
