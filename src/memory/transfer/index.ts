/** Moving memories between installations: what `import` and `export` are made of. */
export { exportLines } from './export.ts';
export { ownMessageId } from './identities.ts';
export { type ImportedFile, type ImportProgress, importFile } from './import-file.ts';
export type { FileProblem } from './parse-message.ts';
export { type CheckedFile, checkFile, findFiles } from './read-file.ts';
