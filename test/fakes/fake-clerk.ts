import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A pair of keys as Clerk's: RSA of 2,048 bits. */
function newKeys(kid: string) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  return { kid, publicKey, privateKey, pem: publicKey.export({ format: 'pem', type: 'spki' }).toString() };
}

// Generating takes a tenth of a second, so all tests of a file share two pairs.
let shared: { ours: ReturnType<typeof newKeys>; theirs: ReturnType<typeof newKeys> } | undefined;
export const clerkKeys = () => (shared ??= { ours: newKeys('ins_ours'), theirs: newKeys('ins_theirs') });

export const issuer = 'https://clerk.example.test';
export const party = 'https://app.example.test';
export const webhookSecret = `whsec_${Buffer.from('a secret of twenty-four').toString('base64')}`;

export interface TokenOptions {
  sub?: string;
  claims?: Record<string, unknown>;
  /** From now, in seconds. */
  issued?: number;
  expires?: number;
  header?: Record<string, unknown>;
  key?: KeyObject;
}

/** A session token as Clerk signs it, or nearly so. */
export function clerkToken(options: TokenOptions = {}): string {
  const { ours } = clerkKeys();
  const now = Math.floor(Date.now() / 1_000);
  const {
    sub = 'user_2abc',
    claims = {},
    issued = 0,
    expires = 60,
    header = {},
    key = ours.privateKey,
  } = options;
  const body = {
    azp: party,
    exp: now + expires,
    iat: now + issued,
    iss: issuer,
    nbf: now + issued - 10,
    sid: 'sess_1',
    sub,
    ...claims,
  };
  const unsigned = `${part({ alg: 'RS256', kid: ours.kid, typ: 'JWT', ...header })}.${part(body)}`;
  return `${unsigned}.${sign('sha256', Buffer.from(unsigned), key).toString('base64url')}`;
}

/** What people try who have no key: the public key as a secret, and no signature at all. */
export function forgedToken(kind: 'hs256' | 'none', options: TokenOptions = {}): string {
  const { ours } = clerkKeys();
  const [, body = ''] = clerkToken(options).split('.');
  const unsigned = `${part({ alg: kind === 'none' ? 'none' : 'HS256', kid: ours.kid, typ: 'JWT' })}.${body}`;
  const signature =
    kind === 'none' ? '' : createHmac('sha256', ours.pem).update(unsigned).digest('base64url');
  return `${unsigned}.${signature}`;
}

/** The headers of an event, as Svix signs it. */
export function svixHeaders(
  body: string,
  { id = 'msg_1', at = new Date(), secret = webhookSecret } = {},
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': `v1,${signature}` };
}

/** The body of an event about a user. */
export function userEvent(
  type: 'user.created' | 'user.updated',
  user: {
    id: string;
    email?: string;
    verified?: boolean;
    name?: string;
    updatedAt?: number;
    banned?: boolean;
  },
): string {
  const { id, email, verified = true, name = 'Ann', updatedAt = Date.now(), banned = false } = user;
  return JSON.stringify({
    object: 'event',
    type,
    data: {
      id,
      first_name: name,
      last_name: 'Miller',
      image_url: 'https://img.example.test/a.png',
      banned,
      primary_email_address_id: email && 'idn_1',
      email_addresses: email
        ? [
            { id: 'idn_0', email_address: `old-${email}`, verification: { status: 'unverified' } },
            {
              id: 'idn_1',
              email_address: email,
              verification: { status: verified ? 'verified' : 'unverified' },
            },
          ]
        : [],
      created_at: updatedAt,
      updated_at: updatedAt,
    },
  });
}

export interface FakeIssuer {
  url: string;
  /** How often the keys were asked for. */
  asked(): number;
  /** What it does with a request for its keys. */
  behave(how: 'answers' | 'fails' | 'hangs' | 'nonsense'): void;
  /** Makes tokens of this issuer. */
  token(options?: TokenOptions): string;
  close(): Promise<void>;
}

/** A server that publishes the public key, as Clerk's frontend API does. */
export async function fakeIssuer(): Promise<FakeIssuer> {
  const { ours } = clerkKeys();
  let count = 0;
  let how: 'answers' | 'fails' | 'hangs' | 'nonsense' = 'answers';
  const server: Server = createServer((request, response) => {
    if (request.url !== '/.well-known/jwks.json') return void response.writeHead(404).end();
    count++;
    if (how === 'hangs') return;
    if (how === 'fails') return void response.writeHead(500).end('no');
    const jwk = { ...ours.publicKey.export({ format: 'jwk' }), kid: ours.kid, alg: 'RS256', use: 'sig' };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(how === 'nonsense' ? '<html>' : JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked: () => count,
    behave(next) {
      how = next;
    },
    token: (options = {}) => clerkToken({ ...options, claims: { iss: url, ...options.claims } }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The environment of an installation with Clerk. */
export const clerkEnv = (): Record<string, string> => ({
  CLERK_JWT_KEY: clerkKeys().ours.pem,
  CLERK_AUTHORIZED_PARTIES: party,
  CLERK_ISSUER: issuer,
  CLERK_WEBHOOK_SIGNING_SECRET: webhookSecret,
});
