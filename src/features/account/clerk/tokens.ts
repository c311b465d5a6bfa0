import type { ClerkConfig } from '../../../config/config.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { readClaims, type TokenClaims } from './claims.ts';
import { tokenError } from './token-errors.ts';
import { verifyByKey } from './verify-by-key.ts';

/** Far above what a token with added claims comes to; nobody's time is spent on decoding more. */
const maxCharacters = 12_000;

/** Says whose a session token of Clerk's is. Throws a 401 with the fault's code, and 503 where no key could be had. */
export type VerifyToken = (token: string) => Promise<TokenClaims>;

export function createTokenVerifier(config: ClerkConfig, clock: Clock): VerifyToken {
  const verify = config.jwtKey ? verifyByKey(config.jwtKey, config) : byIssuer(config, clock);
  return async (token) => {
    if (hasCritical(token)) throw tokenError('token_invalid');
    return readClaims(await verify(token));
  };
}

/**
 * Whether the head names extensions that have to be understood (RFC 7515, 4.1.11). We understand none, and not every library
 * looks. A head that cannot be read is refused by whoever verifies.
 */
function hasCritical(token: string): boolean {
  try {
    const head: unknown = JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString());
    return typeof head === 'object' && head !== null && 'crit' in head;
  } catch {
    return false;
  }
}

/** Its library is loaded with the first token, and where an issuer is set alone. */
function byIssuer(config: ClerkConfig, clock: Clock): (token: string) => Promise<Record<string, unknown>> {
  let verify: Promise<(token: string) => Promise<Record<string, unknown>>> | undefined;
  return async (token) => {
    verify ??= import('./verify-by-issuer.ts').then(({ verifyByIssuer }) =>
      verifyByIssuer(config.issuer ?? '', { ...config, clock }),
    );
    return (await verify)(token);
  };
}

/** Whether a text has the form of a signed token; ours begin with their kind and hold no dots. */
export function isJwt(token: string): boolean {
  return token.length <= maxCharacters && /^ey[\w-]*\.[\w=-]*\.[\w=-]*$/.test(token);
}
