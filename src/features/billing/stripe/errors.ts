import { AppError } from '../../../kernel/errors.ts';
import type { Logger } from '../../../kernel/logger.ts';

/** What a failure of Stripe's library says of itself; its classes would have to be loaded to be asked for. */
interface StripeFailure {
  type: string;
  code?: string;
  param?: string;
  statusCode?: number;
  requestId?: string;
  headers?: Record<string, string>;
}

function isStripeFailure(error: unknown): error is Error & StripeFailure {
  return error instanceof Error && 'type' in error && /^Stripe\w*Error$/.test(String(error.type));
}

/** Stripe's word for a thing that is not there (any more): which parameter named it. */
export class StripeMissing extends AppError {
  override name = 'StripeMissing';
  readonly param: string | undefined;
  constructor(param: string | undefined, cause: unknown) {
    super('billing_failed', { ...refused, cause });
    this.param = param;
  }
}

const refused = {
  status: 502,
  title: 'Stripe refused the request',
  detail: 'Nothing was charged. The fault is in the set-up of this server; its log has the reason.',
  remedy:
    'Tell the operator: STRIPE_SECRET_KEY and the price ids have to be of the same Stripe account and mode.',
};

/** Events of one mode, and the key of another: what the events are about is not there for the key, and would count as gone. */
export function modesDiffer(): AppError {
  return new AppError('billing_failed', {
    ...refused,
    title: 'The webhook and the key are of different modes of Stripe',
    remedy:
      'Set STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET of the same mode, test or live; Stripe sends the event again.',
  });
}

const busySeconds = 5;

/**
 * What a failed call means to the caller. Stripe's own words stay in the log, and only those that hold no data of
 * people: type, code, parameter and the id under which Stripe has the request.
 */
export function stripeFailure(error: unknown, logger: Logger): unknown {
  if (!isStripeFailure(error)) return error;
  const { type, code, param, statusCode, requestId } = error;
  logger.warn(
    { type, code, param, status: statusCode, stripe_request: requestId },
    'billing: a call to Stripe failed',
  );
  const isAway =
    type === 'StripeConnectionError' ||
    type === 'StripeRateLimitError' ||
    (statusCode ?? 0) >= 500 ||
    statusCode === 409;
  if (isAway) return stripeUnavailable(Number(error.headers?.['retry-after']), error);
  if (code === 'resource_missing') return new StripeMissing(param, error);
  return new AppError('billing_failed', { ...refused, cause: error });
}

export function stripeUnavailable(retryAfter?: number, cause?: unknown): AppError {
  return new AppError('billing_unavailable', {
    status: 503,
    title: 'Stripe is not available',
    detail: 'Stripe did not answer, or is busy. Nothing was charged.',
    retryAfter: retryAfter !== undefined && retryAfter >= 1 ? Math.ceil(retryAfter) : busySeconds,
    remedy: 'Try again in a moment.',
    cause,
  });
}
