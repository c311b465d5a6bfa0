import type { OpenAPIV3_1 } from 'openapi-types';
import { readConfig } from '../../src/config/index.ts';
import { createContext } from '../../src/context.ts';
import { createApp } from '../../src/http/index.ts';
import { createLogger } from '../../src/kernel/logger.ts';
import { apiTypes } from './compile.ts';

/** The types of the API as this checkout's routes have it; no database is opened and nothing listens. */
export async function currentApiTypes(): Promise<string> {
  const config = readConfig({ LOG_LEVEL: 'silent', DATABASE_URL: 'sqlite://' }, { cwd: process.cwd() });
  const context = createContext(config, { logger: createLogger({ level: 'silent' }) });
  const app = createApp(context);
  try {
    await app.ready();
    return await apiTypes(app.swagger() as OpenAPIV3_1.Document);
  } finally {
    await app.close();
    await context.close();
  }
}
