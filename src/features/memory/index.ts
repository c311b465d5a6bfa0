export { type MemoryDeps, registerMemory } from './routes.ts';
