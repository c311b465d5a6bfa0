export { readDone } from './done.ts';
export { readDue } from './due.ts';
export { followPromises } from './follow.ts';
export { readPromises } from './read.ts';
export type * from './types.ts';
