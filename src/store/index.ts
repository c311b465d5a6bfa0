export { embeddingDimensions } from './dialect/dialect.ts';
export { signBits } from './dialect/vectors.ts';
export { createStore, openStore } from './open.ts';
export type { Store, StoreState } from './store.ts';
export type { Database } from './tables/database.ts';
export { instant, json } from './tables/define.ts';
