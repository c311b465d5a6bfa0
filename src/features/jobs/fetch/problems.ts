import { AppError } from '../../../kernel/errors.ts';

const paste = 'Open the page, copy the text of the posting and send it as `text`, or its source as `html`.';

/** The address may not be fetched; `reason` completes «url: …» and says nothing of what is inside our network. */
export function urlNotAllowed(reason: string): AppError {
  return new AppError('url_not_allowed', {
    status: 400,
    title: 'This address is not fetched',
    detail: `url: ${reason}`,
    fields: [{ field: 'url', message: reason }],
    remedy: paste,
  });
}

/** The page did not come, or something else came in its place. */
export function unreachable(
  detail: string,
  options: { retryAfter?: number; cause?: unknown } = {},
): AppError {
  return new AppError('posting_unreachable', {
    status: 422,
    title: 'The page could not be had',
    detail,
    fields: [{ field: 'url', message: detail }],
    remedy: paste,
    ...options,
  });
}

/** What a status other than 200 means for whoever wants the posting. */
export function statusProblem(status: number, retryAfter: string | undefined, now: Date): AppError {
  const seconds = status === 429 || status === 503 ? secondsOf(retryAfter, now) : undefined;
  if (status === 404 || status === 410)
    return unreachable(`The site says that there is no such page (${status}).`);
  if (status === 401) return unreachable('The page is only shown after signing in (401).');
  if (status === 403 || status === 451 || status === 999)
    return unreachable(`The site does not show this page to programs (${status}).`);
  if (status === 429)
    return unreachable('The site is asked too often at the moment (429).', { retryAfter: seconds ?? 60 });
  return unreachable(`The site answered with the status ${status}.`, { retryAfter: seconds });
}

/** `Retry-After` is in seconds or a date (RFC 9110, 10.2.3); at most a day is passed on. */
function secondsOf(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now.getTime()) / 1_000;
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds), 86_400) : undefined;
}
