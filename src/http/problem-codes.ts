/**
 * What the codes of problems mean. The list is for readers of the API (OpenAPI quotes it, and `/problems/{code}`, where
 * a problem's `type` points); a feature may throw an AppError with a code of its own.
 */
export const problemCodes: Record<string, { status: number; meaning: string }> = {
  invalid_input: { status: 400, meaning: 'Fields are missing, wrong or unknown; `errors` names each.' },
  invalid_json: { status: 400, meaning: 'The body is not JSON.' },
  bad_request: { status: 400, meaning: 'The request is malformed.' },
  url_not_allowed: {
    status: 400,
    meaning:
      'The address is not one of the public web (or has an odd port, a name and password); it is not fetched.',
  },
  unauthenticated: {
    status: 401,
    meaning: 'Neither a bearer token nor a session cookie came with the request.',
  },
  session_invalid: { status: 401, meaning: 'The session is unknown or was ended.' },
  session_expired: { status: 401, meaning: 'The session is over; start a new one.' },
  limit_reached: {
    status: 402,
    meaning:
      'The plan has no more of this for now; `limit` says of what, how much, and when it is counted anew.',
  },
  sign_in_required: {
    status: 403,
    meaning: 'Only a signed-in account can do this; a visitor signs in first.',
  },
  token_expired: { status: 401, meaning: 'The token of the signed-in person expired; send a fresh one.' },
  token_not_active: { status: 401, meaning: 'The token is not valid yet: a clock is wrong.' },
  token_wrong_party: { status: 401, meaning: 'The token was made for another site.' },
  token_wrong_issuer: { status: 401, meaning: 'The token was issued by another instance.' },
  token_wrong_algorithm: { status: 401, meaning: 'The token is not signed as it has to be.' },
  token_signature_invalid: {
    status: 401,
    meaning: 'The signature of the token is not one of the known key.',
  },
  token_invalid: { status: 401, meaning: 'The token is no session token of a signed-in person.' },
  key_invalid: { status: 401, meaning: 'The API key is unknown or was revoked.' },
  key_expired: { status: 401, meaning: 'The API key expired.' },
  scope_missing: { status: 403, meaning: 'The API key may not do this; `detail` names the scope that may.' },
  admin_required: { status: 403, meaning: 'For the people who run this installation (ADMIN_USERS).' },
  account_disabled: { status: 403, meaning: 'The account was switched off.' },
  account_required: {
    status: 403,
    meaning: 'For people who signed in; anonymous visitors and keys cannot do it.',
  },
  session_not_claimable: {
    status: 403,
    meaning: 'The session is over, or not one of an anonymous visitor, so nothing of it was claimed.',
  },
  webhook_not_set_up: { status: 404, meaning: 'The secret of this webhook is not set.' },
  session_claimed: { status: 409, meaning: 'Another account has claimed the session already.' },
  email_taken: { status: 409, meaning: 'Another account has the e-mail address of the event.' },
  too_many_keys: { status: 409, meaning: 'There are 50 API keys; revoke one first.' },
  auth_unavailable: {
    status: 503,
    meaning:
      'The keys that tokens are checked with could not be fetched; `Retry-After` says when to try again.',
  },
  cross_site_request: { status: 403, meaning: 'Another site tried to act with the cookie of its visitor.' },
  not_found: { status: 404, meaning: 'There is no such thing, or it is not yours.' },
  method_not_allowed: {
    status: 405,
    meaning: 'The path is there, the method is not; `Allow` lists what is.',
  },
  request_timeout: { status: 408, meaning: 'The request took too long to arrive.' },
  application_exists: {
    status: 409,
    meaning: 'There is an application for this job; `detail` and `Location` name it.',
  },
  posting_in_use: { status: 409, meaning: 'An application hangs on the posting, so it is not deleted.' },
  account_not_ready: {
    status: 409,
    meaning: 'The e-mail address of the account is not known here yet, so nothing can be bought.',
  },
  already_subscribed: {
    status: 409,
    meaning: 'There is a subscription already; `POST /api/billing/portal` is where to change it.',
  },
  not_a_customer: { status: 409, meaning: 'Nothing was bought yet, so there is nothing to manage.' },
  file_empty: { status: 400, meaning: 'The file holds nothing.' },
  change_refused: {
    status: 409,
    meaning: 'The change states what the CV does not hold, so it is not applied; nothing else was either.',
  },
  change_accepted: { status: 409, meaning: 'The change is part of the CV already; nothing was rejected.' },
  message_id_taken: { status: 409, meaning: 'Another message has this message_id already.' },
  body_too_large: { status: 413, meaning: 'The body is over 16 MB: split it into several calls.' },
  too_many_rows: { status: 413, meaning: 'The table has too many rows: split it.' },
  file_too_large: { status: 413, meaning: 'The file is over 10 MB.' },
  file_type_unsupported: {
    status: 415,
    meaning:
      'The file is of a kind that is not read here, whatever its name says; the detail names the kind.',
  },
  unsupported_media_type: { status: 415, meaning: 'The body has a type that this path does not read.' },
  export_letters_missing: {
    status: 422,
    meaning: 'No font has some letters of the CV, so a PDF would lose them; the other formats keep them.',
  },
  export_too_long: { status: 422, meaning: 'The CV has too many pages to be set as a file of this format.' },
  map_busy: {
    status: 503,
    meaning: 'Other memory maps are being drawn; `Retry-After` says when to try again.',
  },
  export_busy: {
    status: 503,
    meaning: 'Other files are being exported; `Retry-After` says when to try again.',
  },
  posting_unreachable: {
    status: 422,
    meaning:
      'The page of a posting could not be had: gone, slow, too large, or not shown to programs. Paste its text.',
  },
  posting_unreadable: { status: 422, meaning: 'No posting could be read from what was sent or fetched.' },
  billing_not_set_up: {
    status: 422,
    meaning: 'Nothing is sold here: the operator set no Stripe key. Nothing is limited either.',
  },
  file_encrypted: { status: 422, meaning: 'The file is protected with a password.' },
  file_image_only: {
    status: 422,
    meaning: 'The file holds pictures of text and no text: run OCR on it first.',
  },
  file_has_no_text: { status: 422, meaning: 'There is no text in the file.' },
  file_too_long: { status: 422, meaning: 'The file has over 50 pages or over 400,000 characters.' },
  file_too_complex: { status: 422, meaning: 'Reading the file took too long or too much memory.' },
  file_unreadable: {
    status: 422,
    meaning: 'The file is damaged, or would unpack to far more than it should.',
  },
  text_too_complex: {
    status: 422,
    meaning: 'Working on the text took too long or too much memory; it is too long, or nothing but odd.',
  },
  not_a_reply: { status: 422, meaning: 'Only answers are rated, and this is what the person said.' },
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
  billing_failed: {
    status: 502,
    meaning:
      'Stripe refused the request of this server, which its operator has to mend; the log has the reason.',
  },
  letter_unsupported: {
    status: 502,
    meaning:
      'Too little was left of the model’s letter: it stated what neither the CV nor the messages hold. Nothing was kept.',
  },
  llm_unavailable: {
    status: 503,
    meaning:
      'The model provider is away, busy or silent. The message is kept; `Retry-After` says when to send it again.',
  },
  billing_unavailable: {
    status: 503,
    meaning: 'Stripe is away or busy; nothing was charged. `Retry-After` says when to try again.',
  },
  postings_busy: { status: 503, meaning: 'Too many postings are being read; nothing was stored. Try again.' },
  texts_busy: {
    status: 503,
    meaning:
      'Too many long texts are being worked on; nothing was stored. `Retry-After` says when to try again.',
  },
  documents_busy: {
    status: 503,
    meaning: 'Too many files are being read; `Retry-After` says when to send it again.',
  },
  database_unavailable: {
    status: 503,
    meaning: 'The database is away or still being prepared. Nothing was acknowledged, so a retry is safe.',
  },
};
