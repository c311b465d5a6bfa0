import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import type { ClerkConfig } from '../../../config/config.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { authUnavailable, type TokenFault, tokenError } from './token-errors.ts';

/** A key server answers in milliseconds; nobody waits longer than this for one that hangs. */
const timeoutMs = 5_000;
/** Unknown keys are looked up again after this time, so that made-up ones do not become a stream of calls. */
const cooldownMs = 30_000;
/** How long keys are used before they are fetched again. */
const cacheMs = 10 * 60_000;

/** Verifies tokens with the keys that the issuer publishes; fetched rarely, and used on where it is away. */
export function verifyByIssuer(
  issuer: string,
  { authorizedParties, clockSkewMs, clock }: ClerkConfig & { clock: Clock },
): (token: string) => Promise<Record<string, unknown>> {
  const published = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`), {
    timeoutDuration: timeoutMs,
    cooldownDuration: cooldownMs,
    cacheMaxAge: cacheMs,
  });

  async function verify(token: string, keys: Parameters<typeof jwtVerify>[1]): Promise<JWTPayload> {
    const { payload } = await jwtVerify(token, keys as typeof published, {
      issuer,
      algorithms: ['RS256'],
      clockTolerance: clockSkewMs / 1_000,
      requiredClaims: ['exp', 'sub'],
      currentDate: clock.now(),
    });
    return payload;
  }

  async function verified(token: string): Promise<JWTPayload> {
    try {
      return await verify(token, published);
    } catch (error) {
      if (!isAway(error)) throw error;
      const earlier = published.jwks();
      if (!earlier) throw authUnavailable(error);
      return verify(token, createLocalJWKSet(earlier) as typeof published);
    }
  }

  return async (token) => {
    const payload = await verified(token).catch((error: unknown) => {
      throw error instanceof errors.JOSEError ? tokenError(faultOf(error)) : error;
    });
    const iat = payload.iat ?? 0;
    if (iat * 1_000 > clock.now().getTime() + clockSkewMs) throw tokenError('token_not_active');
    const azp = payload.azp;
    if (authorizedParties.length > 0 && !(typeof azp === 'string' && authorizedParties.includes(azp)))
      throw tokenError('token_wrong_party');
    return payload;
  };
}

/** Whether the keys could not be had: the server is away, slow, or answers with something else. */
function isAway(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return true;
  // «Expected 200 OK» and «Failed to parse» come as the base class.
  if (error instanceof errors.JOSEError) return error.code === 'ERR_JOSE_GENERIC';
  return error instanceof TypeError && ['fetch failed', 'terminated'].includes(error.message);
}

function faultOf(error: errors.JOSEError): TokenFault {
  if (error instanceof errors.JWTExpired) return 'token_expired';
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported)
    return 'token_wrong_algorithm';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'token_signature_invalid';
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
    return 'token_signature_invalid';
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'iss') return 'token_wrong_issuer';
    if (error.claim === 'nbf') return 'token_not_active';
  }
  return 'token_invalid';
}
