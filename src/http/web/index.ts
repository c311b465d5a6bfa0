export { buildWeb, builtStamp, canBuild } from './build.ts';
export { addWebApp } from './routes.ts';
export { builtSite, openSite, type WebSite } from './site.ts';
export { sourceStamp } from './stamp.ts';
