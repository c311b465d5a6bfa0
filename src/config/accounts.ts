import { createPublicKey } from 'node:crypto';
import type { AccountsConfig, ClerkConfig } from './config.ts';
import { isLoopback } from './database-url.ts';
import type { Variables } from './variables.ts';

/** Clerk's own default: clocks of servers rarely differ by more. */
const CLOCK_SKEW_SECONDS = 5;

/** Who may sign in, by Clerk, and who runs this installation. */
export function readAccounts(
  variables: Variables,
  { host, trustProxy }: { host: string; trustProxy: boolean },
): AccountsConfig {
  const clerk = readClerk(variables);
  const admins = list(variables.text('ADMIN_USERS') ?? '');
  if (admins.length > 0 && !clerk) {
    variables.notices.push('ADMIN_USERS has no effect: nobody can sign in where no Clerk is set up.');
  }
  return { clerk, admins, localOperator: !clerk && isLoopback(host) && !trustProxy };
}

function readClerk(variables: Variables): ClerkConfig | null {
  const publishableKey = variables.secret('CLERK_PUBLISHABLE_KEY');
  const jwtKey = variables.pem(
    'CLERK_JWT_KEY',
    readRsaKey,
    'the PEM public key of Clerk (RSA, 2048 bits), from Clerk’s page «API keys»',
  );
  const named = variables.baseUrl('CLERK_ISSUER');
  const implied = publishableKey === undefined ? undefined : frontendOf(publishableKey);
  if (publishableKey !== undefined && implied === undefined) {
    variables.fail(
      'CLERK_PUBLISHABLE_KEY is not a publishable key of Clerk.',
      'Copy it again (pk_test_… or pk_live_…), or remove CLERK_PUBLISHABLE_KEY.',
    );
  }
  const authorizedParties =
    variables.parsed('CLERK_AUTHORIZED_PARTIES', parseParties, 'origins separated by commas') ?? [];
  const clockSkewMs = variables.seconds('CLERK_CLOCK_SKEW', { min: 0, fallback: CLOCK_SKEW_SECONDS });
  const webhookSecret = variables.secret('CLERK_WEBHOOK_SIGNING_SECRET');
  if (webhookSecret !== undefined && !/^whsec_[A-Za-z0-9+/=_-]+$/.test(webhookSecret)) {
    variables.fail(
      'CLERK_WEBHOOK_SIGNING_SECRET is not a signing secret of Clerk.',
      'Copy it again (whsec_…, shown at the endpoint in Clerk), or remove it.',
    );
  }
  // A key alone says whose signature counts, so the issuer is checked only where it is named.
  const issuer = named ?? (jwtKey === undefined ? implied : undefined);
  if (jwtKey === undefined && issuer === undefined) {
    if (webhookSecret !== undefined && !variables.wasRefused('CLERK_JWT_KEY')) {
      variables.notices.push(
        'CLERK_WEBHOOK_SIGNING_SECRET has no effect without CLERK_JWT_KEY or CLERK_ISSUER.',
      );
    }
    return null;
  }
  if (authorizedParties.length === 0) {
    variables.notices.push(
      'CLERK_AUTHORIZED_PARTIES is not set: tokens that Clerk made for any page of your instance are taken.',
    );
  }
  return {
    jwtKey,
    issuer,
    authorizedParties,
    clockSkewMs,
    webhookSecret,
    publishableKey,
    frontend: implied,
  };
}

/** The address of Clerk's frontend API is in the publishable key: it issues the tokens. */
function frontendOf(publishableKey: string): string | undefined {
  const encoded = /^pk_(?:test|live)_([A-Za-z0-9+/_-]+=*)$/.exec(publishableKey)?.[1];
  const host =
    encoded && /^([a-z0-9.-]+\.[a-z]{2,})\$$/i.exec(Buffer.from(encoded, 'base64').toString())?.[1];
  return host ? `https://${host}` : undefined;
}

/** With or without its first and last line, and with line breaks as they survive a `.env`: real, as \n, or none. */
function readRsaKey(text: string): string | undefined {
  const body = text
    .replaceAll('\\n', '')
    .replace(/-----(BEGIN|END) PUBLIC KEY-----/g, '')
    .replace(/\s+/g, '');
  try {
    const key = createPublicKey({ key: Buffer.from(body, 'base64'), format: 'der', type: 'spki' });
    const { modulusLength, publicExponent } = key.asymmetricKeyDetails ?? {};
    if (key.asymmetricKeyType !== 'rsa' || modulusLength !== 2048 || publicExponent !== 65_537n)
      return undefined;
    return key.export({ format: 'pem', type: 'spki' }).toString();
  } catch {
    return undefined;
  }
}

function list(text: string): string[] {
  return text
    .replace(/^\[(.*)\]$/s, '$1')
    .split(',')
    .map((part) => part.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter((part) => part !== '');
}

/** Compared with the token's `azp` letter by letter, where an origin has no slash at its end. */
function parseParties(text: string): string[] | undefined {
  const parties = list(text).map((party) => party.replace(/\/+$/, ''));
  return parties.every((party) => /^[a-z][a-z0-9+.-]*:\/\/[^\s/]+$/i.test(party)) ? parties : undefined;
}
