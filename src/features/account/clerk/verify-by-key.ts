import type { ClerkConfig } from '../../../config/config.ts';
import { type TokenFault, tokenError } from './token-errors.ts';

/** Clerk's names for what is wrong. */
const faults: Record<string, TokenFault> = {
  'token-expired': 'token_expired',
  'token-not-active-yet': 'token_not_active',
  'token-iat-in-the-future': 'token_not_active',
  'token-invalid-authorized-parties': 'token_wrong_party',
  'token-invalid-issuer': 'token_wrong_issuer',
  'token-invalid-algorithm': 'token_wrong_algorithm',
  'token-invalid-signature': 'token_signature_invalid',
};

/** Verifies tokens with the key of the configuration; nothing is asked of the network. */
export function verifyByKey(
  jwtKey: string,
  { issuer, authorizedParties, clockSkewMs }: ClerkConfig,
): (token: string) => Promise<Record<string, unknown>> {
  return async (token) => {
    // Loaded with the first token: most installations have no accounts.
    const { verifyToken } = await import('@clerk/backend');
    try {
      const payload = await verifyToken(token, {
        jwtKey,
        issuer,
        authorizedParties,
        clockSkewInMs: clockSkewMs,
      });
      return { ...payload };
    } catch (error) {
      const reason = error instanceof Error && 'reason' in error ? String(error.reason) : '';
      throw tokenError(faults[reason] ?? 'token_invalid');
    }
  };
}
