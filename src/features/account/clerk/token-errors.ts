import { AppError } from '../../../kernel/errors.ts';

/** What can be wrong with a token, as the stable codes of problems. */
export type TokenFault =
  | 'token_expired'
  | 'token_not_active'
  | 'token_wrong_party'
  | 'token_wrong_issuer'
  | 'token_wrong_algorithm'
  | 'token_signature_invalid'
  | 'token_invalid';

const details: Record<TokenFault, string> = {
  token_expired: 'The token expired.',
  token_not_active: 'The token is from the future.',
  token_wrong_party: 'The token was made for another site (its azp).',
  token_wrong_issuer: 'The token was issued by another instance (its iss).',
  token_wrong_algorithm: 'The token is not signed in the way that ours are (RS256).',
  token_signature_invalid: 'The signature of the token is not one of our key.',
  token_invalid: 'The token is no session token.',
};

/** The 401 for a token that is not good; nothing of the token is in it. */
export function tokenError(fault: TokenFault): AppError {
  return new AppError(fault, {
    status: 401,
    title: 'The token is not valid',
    detail: details[fault],
    remedy:
      fault === 'token_expired'
        ? 'Send a fresh one: they live for a minute.'
        : 'Sign in again, and send its token.',
  });
}

/** Nobody's fault but the key server's: whether the token is good cannot be told now. */
export function authUnavailable(cause: unknown): AppError {
  return new AppError('auth_unavailable', {
    status: 503,
    title: 'Signing in cannot be checked now',
    detail: 'The keys that tokens are checked with could not be fetched from CLERK_ISSUER.',
    retryAfter: 5,
    cause,
  });
}
