export { createFacts, type Facts, type FactsParts } from './facts.ts';
export { type FactsDeps, registerFacts } from './routes.ts';
export type { Fact, FactsStatus } from './types.ts';
