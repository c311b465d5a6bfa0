export type { HttpApp } from '../routing/types.ts';
export { createApp } from './app.ts';
export { type ServeOptions, serve } from './serve.ts';
export { buildWeb, builtSite, builtStamp, canBuild, sourceStamp, type WebSite } from './web/index.ts';
