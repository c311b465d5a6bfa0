export { createDocuments, type Documents, type DocumentsOptions, type ReadOptions } from './documents.ts';
export { documentFromText } from './from-text.ts';
export { limits as documentLimits } from './limits.ts';
export type * from './types.ts';
