import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { currentApiTypes } from './api-types/current.ts';

/* Writes the types of the web app's client from the OpenAPI document of this checkout: `npm run generate`. */
const file = fileURLToPath(new URL('../web/src/api/schema.d.ts', import.meta.url));
writeFileSync(file, await currentApiTypes());
