/**
 * What the codes of problems mean. The list is for readers of the API (OpenAPI quotes it, and `/problems/{code}`, where
 * a problem's `type` points); a feature may throw an AppError with a code of its own.
 */
export const problemCodes: Record<string, { status: number; meaning: string }> = {
  invalid_input: { status: 400, meaning: 'Fields are missing, wrong or unknown; `errors` names each.' },
  invalid_json: { status: 400, meaning: 'The body is not JSON.' },
  bad_request: { status: 400, meaning: 'The request is malformed.' },
  unauthenticated: {
    status: 401,
    meaning: 'Neither a bearer token nor a session cookie came with the request.',
  },
  session_invalid: { status: 401, meaning: 'The session is unknown or was ended.' },
  session_expired: { status: 401, meaning: 'The session is over; start a new one.' },
  cross_site_request: { status: 403, meaning: 'Another site tried to act with the cookie of its visitor.' },
  not_found: { status: 404, meaning: 'There is no such thing, or it is not yours.' },
  method_not_allowed: {
    status: 405,
    meaning: 'The path is there, the method is not; `Allow` lists what is.',
  },
  request_timeout: { status: 408, meaning: 'The request took too long to arrive.' },
  message_id_taken: { status: 409, meaning: 'Another message has this message_id already.' },
  body_too_large: { status: 413, meaning: 'The body is over 16 MB: split it into several calls.' },
  unsupported_media_type: { status: 415, meaning: 'The body has a type that this path does not read.' },
  llm_required: {
    status: 422,
    meaning: 'Not honestly possible without a language model, and none is set up.',
  },
  headers_too_large: { status: 431, meaning: 'The path and the headers together are over 16 kB.' },
  rate_limited: { status: 429, meaning: 'Too many requests; `Retry-After` says when to go on.' },
  reply_broken_off: {
    status: 499,
    meaning: 'The reader left before the reply was whole; what was made is kept.',
  },
  reply_not_kept: {
    status: 500,
    meaning: 'The reply was made and could not be stored; send the message again.',
  },
  internal_error: { status: 500, meaning: 'A fault of ours; the log has it under the request id.' },
  llm_failed: {
    status: 502,
    meaning: 'The model provider refused or answered with something unusable. The message is kept.',
  },
  llm_unavailable: {
    status: 503,
    meaning:
      'The model provider is away, busy or silent. The message is kept; `Retry-After` says when to send it again.',
  },
  database_unavailable: {
    status: 503,
    meaning: 'The database is away or still being prepared. Nothing was acknowledged, so a retry is safe.',
  },
};
