export { registerSample, type SampleDeps } from './routes.ts';
export { sampleThings } from './things.ts';
