import { expect } from 'vitest';
import type { Problem } from '../../src/routing/problem.ts';
import type { TestResponse } from '../context.ts';

/** Asserts that an answer is problem details of a status and a code, and gives the wrong fields by name. */
export function expectProblem(response: TestResponse, status: number, code: string): Record<string, string> {
  expect(response.body).toMatchObject({ status, code, type: `/problems/${code}` });
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const { errors = [] } = response.body as Problem;
  return Object.fromEntries(errors.map(({ field, message }) => [field, message]));
}
