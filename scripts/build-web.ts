import { fileURLToPath } from 'node:url';
import { buildWeb } from '../src/http/web/build.ts';

/* Builds the web app into web/dist, whatever is there: `npm run build`. */
const root = fileURLToPath(new URL('..', import.meta.url));
await buildWeb(root, fileURLToPath(new URL('../web/dist', import.meta.url)));
console.log('The web app is in web/dist.');
