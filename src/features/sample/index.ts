export { registerSample, type SampleDeps } from './routes.ts';
