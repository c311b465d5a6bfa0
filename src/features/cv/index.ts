import type { HttpApp } from '../../routing/types.ts';
import { registerAnalyses } from './analyses/index.ts';
import type { CvDeps } from './deps.ts';
import { registerExport } from './export/index.ts';
import { registerRewrites } from './rewrites/index.ts';
import { registerCvs } from './routes.ts';

export {
  type AnalysisInput,
  analyse,
  createAnalysis,
  type Findings,
  postingText,
} from './analyses/index.ts';
export { type Cv, type CvDocument, type CvWarning, findCv, latestCv } from './cvs.ts';
export type { CvDeps } from './deps.ts';
export { ExportThread } from './export/index.ts';
export { importCv } from './import/index.ts';
export { addCv } from './keep.ts';
export { listCvs } from './list.ts';
export { removeCv } from './remove.ts';
export { Upload } from './schemas.ts';

/** CVs: import, list, correct, delete; what is found in them, proposed for them, and made of them. */
export function registerCv(app: HttpApp, deps: CvDeps): void {
  registerCvs(app, deps);
  registerAnalyses(app, deps);
  registerRewrites(app, deps);
  registerExport(app, deps);
}
