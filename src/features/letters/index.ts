export { createLetter } from './create.ts';
export type { LetterDeps, LetterParts } from './deps.ts';
export type { Evidence, Letter, LetterWarning, Source, Tone } from './letter.ts';
export type { LetterInput } from './materials.ts';
export { registerLetters } from './routes.ts';
export { findLetter, type LetterFilter, listLetters } from './rows.ts';
