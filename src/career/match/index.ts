export { matchCv } from './match-cv.ts';
export type * from './types.ts';
