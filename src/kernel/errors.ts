/** One wrong field of an input: where it is (`messages[3].role`) and what is wrong with it. */
export interface FieldProblem {
  field: string;
  message: string;
}

interface AppErrorOptions {
  status: number;
  title: string;
  detail?: string;
  fields?: FieldProblem[];
  /** Seconds after which a retry makes sense; sent as Retry-After. */
  retryAfter?: number;
  /** What a person can do about it, where that is not obvious from the detail. */
  remedy?: string;
  /** Further members of the problem, for programs (RFC 9457, 3.2); no secrets and no texts of people either. */
  members?: Record<string, unknown>;
  cause?: unknown;
}

/**
 * Every error that a caller may see. `code` is stable and meant for programs, `status` is the HTTP status it maps
 * to (RFC 9457 problem details), `detail` is for people and holds neither secrets nor message texts.
 */
export class AppError extends Error {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly fields: FieldProblem[] | undefined;
  readonly retryAfter: number | undefined;
  readonly remedy: string | undefined;
  readonly members: Record<string, unknown> | undefined;

  constructor(code: string, options: AppErrorOptions) {
    super(options.detail ?? options.title, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.status = options.status;
    this.title = options.title;
    this.detail = options.detail;
    this.fields = options.fields;
    this.retryAfter = options.retryAfter;
    this.remedy = options.remedy;
    this.members = options.members;
  }
}

export function invalidInput(fields: FieldProblem[]): AppError {
  const detail = fields.map(({ field, message }) => `${field}: ${message}`).join('; ');
  return new AppError('invalid_input', { status: 400, title: 'The input is not valid', detail, fields });
}

export function notFound(what: string): AppError {
  return new AppError('not_found', { status: 404, title: `${what} not found` });
}

export function unauthenticated(detail: string): AppError {
  return new AppError('unauthenticated', { status: 401, title: 'Authentication is needed', detail });
}

/** Asked of the offline engine and not honestly possible without a language model. */
export function llmRequired(what: string): AppError {
  return new AppError('llm_required', {
    status: 422,
    title: 'This needs a language model',
    detail: `${what} needs a language model, and none is set up.`,
    remedy: 'Set OPENAI_API_KEY or ANTHROPIC_API_KEY (or LLM_PROVIDER=compatible with LLM_BASE_URL).',
  });
}

/** The database cannot be reached or does not answer now; nothing was acknowledged, so a retry is safe. */
export function databaseUnavailable(
  detail: string,
  options: { remedy?: string; cause?: unknown } = {},
): AppError {
  return new AppError('database_unavailable', {
    status: 503,
    title: 'The database is not available',
    detail,
    retryAfter: 2,
    ...options,
  });
}

/**
 * The environment makes a start impossible. Printed as one line: what is wrong and what to do; never a stack trace.
 */
export class StartupError extends Error {
  readonly remedy: string;
  constructor(message: string, remedy: string, options: { cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'StartupError';
    this.remedy = remedy;
  }
}
