export { registerRewrites } from './routes.ts';
