export { type Corrected, corrected } from './corrected.ts';
