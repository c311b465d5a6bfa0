export { degreeLevelOf, degreeLevels } from './degrees.ts';
export { languageLevel } from './languages.ts';
export { readPosting } from './read-posting.ts';
export { seniorityOf } from './title.ts';
export type * from './types.ts';
