export { bareDocument } from './bare-document.ts';
export { parseCv } from './parse.ts';
export { countryCode, isCity, isRegion } from './places.ts';
export type { ParsedCv, ParseWarning } from './types.ts';
