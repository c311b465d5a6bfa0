import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readConfig } from './env.ts';

const read = (env: Record<string, string>) => readConfig(env, { cwd: '/' });
const pemOf = (modulusLength: number) =>
  generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ format: 'pem', type: 'spki' }).toString();
const pem = pemOf(2_048);
const publishable = `pk_test_${Buffer.from('clever.clerk.accounts.dev$').toString('base64')}`;

describe('accounts', () => {
  test('are off without Clerk, and the person at the machine runs the installation', () => {
    expect(read({}).accounts).toEqual({ clerk: null, admins: [], localOperator: true });
    expect(read({ HOST: '0.0.0.0' }).accounts.localOperator).toBe(false);
    expect(read({ TRUST_PROXY: 'true' }).accounts.localOperator).toBe(false);
    expect(read({ CLERK_SECRET_KEY: 'sk_test_x' }).accounts.clerk).toBeNull();
  });

  test('take the key in the forms that survive a .env', () => {
    const body = pem.replace(/-----.*-----|\s/g, '');
    for (const form of [pem, pem.replaceAll('\n', '\\n'), `"${pem.trim()}"`, body]) {
      expect(read({ CLERK_JWT_KEY: form }).accounts.clerk?.jwtKey).toBe(pem);
    }
    expect(read({ CLERK_JWT_KEY: pem }).accounts.localOperator).toBe(false);
    expect(read({ CLERK_JWT_KEY: 'your-clerk-jwt-key' }).accounts.clerk).toBeNull();
  });

  test('know the issuer from the publishable key where nothing else is said', () => {
    expect(read({ CLERK_PUBLISHABLE_KEY: publishable }).accounts.clerk).toMatchObject({
      issuer: 'https://clever.clerk.accounts.dev',
      publishableKey: publishable,
    });
    const named = read({ CLERK_ISSUER: 'https://clerk.example.com/', CLERK_PUBLISHABLE_KEY: publishable });
    expect(named.accounts.clerk?.issuer).toBe('https://clerk.example.com');
    expect(
      read({ CLERK_JWT_KEY: pem, CLERK_PUBLISHABLE_KEY: publishable }).accounts.clerk?.issuer,
    ).toBeUndefined();
  });

  test('read lists with and without brackets, and origins without their slash', () => {
    const { clerk, admins } = read({
      CLERK_JWT_KEY: pem,
      CLERK_AUTHORIZED_PARTIES: 'https://a.example.com/, http://localhost:3000',
      ADMIN_USERS: '["user_1", "ann@example.com"]',
    }).accounts;
    expect(clerk?.authorizedParties).toEqual(['https://a.example.com', 'http://localhost:3000']);
    expect(admins).toEqual(['user_1', 'ann@example.com']);
  });

  test.each([
    ['CLERK_JWT_KEY', 'not a key'],
    ['CLERK_JWT_KEY', pemOf(1_024)],
    [
      'CLERK_JWT_KEY',
      generateKeyPairSync('ed25519').publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    ],
    ['CLERK_ISSUER', 'clerk.example.com'],
    ['CLERK_PUBLISHABLE_KEY', 'sk_test_secret'],
    ['CLERK_AUTHORIZED_PARTIES', 'app.example.com'],
    ['CLERK_WEBHOOK_SIGNING_SECRET', 'not-a-secret'],
    ['CLERK_CLOCK_SKEW', 'long'],
  ])('%s that is wrong stops the start, by its name and without its value', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(name);
    try {
      read({ [name]: value });
    } catch (error) {
      expect(String(error)).not.toContain(value);
    }
  });
});
