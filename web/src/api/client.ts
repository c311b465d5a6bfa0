import createClient from 'openapi-fetch';
import { problemOf } from './problem.ts';
import type { Paths } from './schema.d.ts';
import { sessionFetch } from './session-fetch.ts';

export { ApiProblem } from './problem.ts';
export { sessionFetch } from './session-fetch.ts';

/** The API, typed by its OpenAPI document: `unwrap(api.GET('/api/cv/{id}', { params: { path: { id } } }))`. */
export const api = createClient<Paths>({ baseUrl: '', fetch: sessionFetch });

interface Outcome<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** The data of a call; throws an ApiProblem where it failed. */
export async function unwrap<Data>(call: Promise<Outcome<Data>>): Promise<Data> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemOf(response, error);
  return data as Data;
}
