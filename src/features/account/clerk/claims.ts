import { tokenError } from './token-errors.ts';

/** What a verified token says of a person. */
export interface TokenClaims {
  /** The Clerk user id. */
  userId: string;
  issuedAt: Date | null;
  /** These are there where the instance adds them to its session tokens. */
  email: string | null;
  emailVerified: boolean;
  name: string | null;
}

const text = (value: unknown, max: number): string | null =>
  typeof value === 'string' && value.trim() !== '' && value.length <= max && !value.includes('\0')
    ? value.trim()
    : null;

/** Whatever can be e-mailed: something, an @, something without spaces. In small letters, as Clerk itself keeps it. */
export function readEmail(value: unknown): string | null {
  const email = text(value, 255)?.toLowerCase();
  return email && email.length <= 255 && /^[^\s@]+@[^\s@]+$/.test(email) ? email : null;
}

/** Reads the payload of a token whose signature was found good. Throws for one that is not a signed-in person's. */
export function readClaims(payload: Record<string, unknown>): TokenClaims {
  const { sub, iat, sts } = payload;
  // Visitors' ids are ours to give; whatever issues tokens must not be able to name one.
  const isUser = typeof sub === 'string' && /^[\w-]{1,255}$/.test(sub) && !sub.startsWith('visitor_');
  // `pending`: the person still has something to do before they count as signed in.
  if (!isUser || sts === 'pending') throw tokenError('token_invalid');
  return {
    userId: sub,
    issuedAt: typeof iat === 'number' && Number.isFinite(iat) ? new Date(iat * 1_000) : null,
    email: readEmail(payload.email ?? payload.primary_email),
    emailVerified: payload.email_verified === true,
    name: text(payload.name ?? payload.full_name, 255),
  };
}
