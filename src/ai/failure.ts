import { AISDKError, APICallError, RetryError, StreamProviderError } from 'ai';
import { retryAfterMs } from './retry-after.ts';

/**
 * What a failed call means for whoever made it:
 * - `key`: the provider does not accept the key (401, 403): the operator mends it
 * - `setup`: the model, the address or a setting is wrong: the operator mends it
 * - `refused`: the provider says no to this very input (400, 413, 422) and would again
 * - `busy`: over a limit or overloaded (429, 529): later
 * - `down`: 5xx, no connection, a connection that broke, silence: later
 * - `answer`: it answered, and the answer is of no use
 * - `unknown`: none of these; maybe an error of our own
 */
export type FaultKind = 'key' | 'setup' | 'refused' | 'busy' | 'down' | 'answer' | 'unknown';

/**
 * A failed call to a provider, reduced to what may be shown: no key, no prompt, no prose of the
 * provider.
 */
export interface Fault {
  kind: FaultKind;
  /** For people, to be put after «the provider …»: `answered 429 (insufficient_quota)`. */
  what: string;
  status?: number;
  /** Where the provider named a pause, in ms. */
  retryAfterMs?: number;
  /** The path that was called, e.g. `/v1/messages`. */
  path?: string;
}

/** No sign of life from a provider for as long as we are ready to wait. */
export class ProviderSilence extends Error {
  override name = 'ProviderSilence';
  constructor(silentMs: number) {
    super(`sent nothing for ${Math.round(silentMs / 1000)} s`);
  }
}

/**
 * Reads any error of the AI SDK or of `fetch`. The provider's message is left out: it may quote keys and
 * texts.
 */
export function diagnose(error: unknown): Fault {
  if (RetryError.isInstance(error)) return diagnose(error.lastError);
  if (APICallError.isInstance(error)) return ofCall(error);
  if (StreamProviderError.isInstance(error)) return ofStream(error);
  if (error instanceof ProviderSilence) return { kind: 'down', what: error.message };
  if (!(error instanceof Error)) return { kind: 'unknown', what: 'failed in an unknown way' };
  if (error.name === 'TimeoutError') return { kind: 'down', what: 'did not answer in time' };
  if (error.name === 'AbortError') return { kind: 'down', what: 'was given up on' };
  const code = networkCode(error);
  if (code) return { kind: 'down', what: `could not be reached (${code})` };
  if (AISDKError.isInstance(error)) {
    const cause = error.cause === undefined ? undefined : diagnose(error.cause);
    return cause && cause.kind !== 'unknown'
      ? cause
      : { kind: 'answer', what: `gave no usable answer (${error.name})` };
  }
  if (error instanceof TypeError && error.message === 'fetch failed') {
    return { kind: 'down', what: 'could not be reached' };
  }
  return { kind: 'unknown', what: `failed (${error.name})` };
}

function ofCall(error: APICallError): Fault {
  const path = URL.canParse(error.url) ? new URL(error.url).pathname : undefined;
  const status = error.statusCode;
  if (status === undefined || (status < 300 && brokeOff(error))) {
    const code = networkCode(error);
    const silence = causes(error).find((cause) => cause instanceof ProviderSilence);
    const what = silence?.message ?? (code ? `could not be reached (${code})` : 'could not be reached');
    return { kind: 'down', what, path };
  }
  if (status < 300) return { kind: 'answer', what: 'gave an answer that cannot be read', status, path };
  const { code, param } = identifiers(error.data);
  return {
    kind: kindOf(status, code, param),
    what: `answered ${status}${describe(code, param)}`,
    status,
    retryAfterMs: retryAfterMs(error.responseHeaders),
    path,
  };
}

function ofStream(error: StreamProviderError): Fault {
  const code = identifier(error.code) ?? identifier(error.type);
  const status = error.statusCode;
  const what = `broke its answer off${describe(code, undefined)}`;
  if (status !== undefined) return { kind: kindOf(status, code, undefined), what, status };
  const refused = /invalid|content_filter|policy|context_length/.test(code ?? '');
  return { kind: refused ? 'refused' : 'down', what };
}

function kindOf(status: number, code: string | undefined, param: string | undefined): FaultKind {
  if (status === 401 || status === 403 || /api.?key/i.test(code ?? '')) return 'key';
  if (status === 429 || status === 529) return 'busy';
  if (status === 408 || status === 409 || status === 425 || status >= 500) return 'down';
  const ofSetup = /model_not_found|unsupported_(parameter|value)/.test(code ?? '');
  if (ofSetup || /^(model|dimensions|temperature)$/.test(param ?? '')) return 'setup';
  return status === 400 || status === 413 || status === 422 ? 'refused' : 'setup';
}

/** A body that ended too early: the SDK reports it with the status of its beginning. */
function brokeOff(error: APICallError): boolean {
  return causes(error).some((cause) => cause instanceof ProviderSilence || networkCode(cause) !== undefined);
}

function causes(error: Error): Error[] {
  const found: Error[] = [];
  for (let at: unknown = error; at instanceof Error && !found.includes(at); at = at.cause) found.push(at);
  return found;
}

/** What Node calls failures of DNS, TCP and TLS, and undici those of a connection. */
const NETWORK_CODE =
  /^(E[A-Z]+|EAI_[A-Z]+|ERR_(TLS|SSL)_\w+|UND_ERR_\w+|CERT_\w+|UNABLE_TO_\w+|\w*SELF_SIGNED_\w+)$/;

function networkCode(error: Error): string | undefined {
  for (const cause of causes(error)) {
    const code = identifier('code' in cause ? cause.code : undefined);
    if (code && NETWORK_CODE.test(code)) return code;
    // A connection that closes in the middle of a body may have no code of its own.
    if (cause instanceof TypeError && cause.message === 'terminated') return 'closed';
  }
  return undefined;
}

/**
 * The machine-readable words of an error body: OpenAI's `{error: {code, param}}`, Anthropic's `{error:
 * {type}}`.
 */
function identifiers(data: unknown): { code?: string; param?: string } {
  const body = typeof data === 'object' && data !== null && 'error' in data ? data.error : undefined;
  if (typeof body !== 'object' || body === null) return {};
  const fields = body as Record<string, unknown>;
  return { code: identifier(fields.code) ?? identifier(fields.type), param: identifier(fields.param) };
}

/** Only what looks like an identifier and not like prose or a secret may appear in a message. */
function identifier(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z][A-Za-z_.[\]0-9]{0,50}$/.test(value) ? value : undefined;
}

function describe(code: string | undefined, param: string | undefined): string {
  const words = [code, param && `parameter ${param}`].filter(Boolean);
  return words.length ? ` (${words.join(', ')})` : '';
}
