export type { HttpApp } from '../routing/types.ts';
export { createApp } from './app.ts';
export { type ServeOptions, serve } from './serve.ts';
