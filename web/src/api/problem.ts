import type { Problem } from './schema.d.ts';

export interface FieldError {
  field: string;
  message: string;
}

/** A call that failed: the server's problem details, or `network` where there was no answer. */
export class ApiProblem extends Error {
  /** Stable: `invalid_input`, `llm_required`, …; `network` where nothing answered. */
  readonly code: string;
  /** Of HTTP; 0 where nothing answered. */
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly fields: FieldError[];
  readonly remedy: string | undefined;
  /** Seconds after which another attempt makes sense. */
  readonly retryAfter: number | undefined;
  /** The rest of the problem: some codes bring fields of their own. */
  readonly extra: Record<string, unknown>;

  constructor(
    problem: Partial<Problem> & { title: string; code: string; status: number },
    retryAfter?: number,
  ) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiProblem';
    this.code = problem.code;
    this.status = problem.status;
    this.title = problem.title;
    this.detail = problem.detail;
    this.fields = problem.errors ?? [];
    this.remedy = problem.remedy;
    this.retryAfter = retryAfter;
    this.extra = problem as Record<string, unknown>;
  }
}

export function networkProblem(): ApiProblem {
  return new ApiProblem({
    code: 'network',
    status: 0,
    title: 'The server could not be reached',
    detail: 'Nothing answered. Nothing you typed is lost.',
    remedy: 'Check your connection, or whether the server runs, and try again.',
  });
}

/** What a refusal says; one that is not of our API (a proxy's page) by its status. */
export function problemOf(response: Response, body: unknown): ApiProblem {
  const after = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfter = Number.isFinite(after) ? after : undefined;
  if (isProblem(body)) return new ApiProblem({ ...body, status: response.status }, retryAfter);
  return new ApiProblem(
    {
      code: `http_${response.status}`,
      status: response.status,
      title: response.status >= 500 ? 'The server has a problem' : 'The server refused that',
      detail: `It answered with status ${response.status}.`,
    },
    retryAfter,
  );
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body;
}
