import type { HttpApp } from '../../routing/types.ts';
import { registerCalendar } from './calendar/routes.ts';
import { registerImport } from './csv/routes.ts';
import type { ApplicationDeps } from './deps.ts';
import { registerListing } from './listing.ts';
import { registerTracking } from './routes.ts';

export { type Application, findApplication } from './application.ts';
export { type Change, changeApplication } from './change.ts';
export { type Created, createApplication, type NewApplication } from './create.ts';
export type { ApplicationDeps, ApplicationParts } from './deps.ts';
export { type DueItem, dueFollowUps } from './due.ts';
export { type ListFilter, listApplications, type Page } from './list.ts';
export { removeApplication } from './remove.ts';
export { type Stage, stages } from './stages.ts';

/** Applications: tracking, lists and files, figures, reminders and the calendar. */
export function registerApplications(app: HttpApp, deps: ApplicationDeps): void {
  registerTracking(app, deps);
  registerListing(app, deps);
  registerImport(app, deps);
  registerCalendar(app, deps);
}
