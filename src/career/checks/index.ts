/** Deterministic checks of a CV: no model, no network, no clock of their own. */
export { allChecks, RUBRIC_VERSION } from './catalogue.ts';
export { failures, runChecks } from './run.ts';
export type { Check, CheckGroup, CheckInput, CheckResult, Finding, GroupResult, Severity } from './types.ts';
export { injections } from './words/injection.ts';
export { buzzwords, cliches } from './words/phrases.ts';
