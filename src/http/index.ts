export { createApp } from './app.ts';
export { type ServeOptions, serve } from './serve.ts';
export type { HttpApp } from './types.ts';
