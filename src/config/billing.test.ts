import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { StartupError } from '../kernel/errors.ts';
import { readConfig } from './index.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'interviewly-plans-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const set = {
  STRIPE_SECRET_KEY: 'sk_live_S3CRET',
  STRIPE_WEBHOOK_SECRET: 'whsec_S3CRET',
  STRIPE_PRICE_PRO: 'price_1',
};
const read = (env: Record<string, string>) => readConfig(env, { cwd: folder }).billing;

function refusal(env: Record<string, string>): string {
  try {
    read(env);
  } catch (error) {
    if (error instanceof StartupError) return `${error.message} ${error.remedy}`;
    throw error;
  }
  throw new Error('nothing was refused');
}

function plansFile(change: (plans: Record<string, unknown>[]) => unknown): Record<string, string> {
  const limits = { messages: 1, analyses: 2, interviews: 3, voice_minutes: null };
  const plans: Record<string, unknown>[] = [
    { id: 'free', name: 'Free', tiers: ['FREE'], limits },
    { id: 'basic', name: 'Basic', price_id: 'price_b', tiers: ['BASIC'], limits },
    { id: 'pro', name: 'Pro', former_price_ids: ['price_old'], tiers: ['PRO', 'ENTERPRISE'], limits },
  ];
  const changed = change(plans);
  writeFileSync(
    join(folder, 'plans.json'),
    typeof changed === 'string' ? changed : JSON.stringify({ plans }),
  );
  return { ...set, PLANS_FILE: 'plans.json' };
}

test('nothing set: the plans are known and nothing is sold', () => {
  expect(read({})).toMatchObject({ stripe: null, plans: [{ id: 'free' }, { id: 'pro', price_id: null }] });
  expect(read({ STRIPE_SECRET_KEY: 'sk_test_...' }).stripe).toBeNull();
});

test('all set', () => {
  expect(read({ ...set, PORT: '9000' })).toMatchObject({
    stripe: { apiBase: 'https://api.stripe.com', appUrl: 'http://localhost:9000' },
    plans: [
      { id: 'free', price_id: null },
      { id: 'pro', price_id: 'price_1' },
    ],
  });
  expect(read({ ...set, APP_URL: 'https://a.example/x/' }).stripe?.appUrl).toBe('https://a.example/x');
});

test.each([
  [
    'no webhook secret',
    { STRIPE_WEBHOOK_SECRET: '' },
    /STRIPE_WEBHOOK_SECRET is not set\. Set STRIPE_WEBHOOK_SECRET/,
  ],
  ['no price', { STRIPE_PRICE_PRO: '' }, /no plan has a price\. Set STRIPE_PRICE_PRO/],
  ['a public server without its address', { HOST: '0.0.0.0' }, /APP_URL is not\. Set APP_URL/],
  ['a price that is none', { STRIPE_PRICE_PRO: '9 €' }, /STRIPE_PRICE_PRO has to be the id of a price/],
  ['an address that is none', { APP_URL: 'app' }, /APP_URL has to be an http/],
  ['an API with a path', { STRIPE_API_BASE: 'http://localhost:1/v1' }, /STRIPE_API_BASE/],
  ['a file that is not there', { PLANS_FILE: 'none.json' }, /PLANS_FILE names a file that cannot be read/],
])('%s is refused, naming the variable and the remedy', (_name, change, expected) => {
  const text = refusal({ ...set, ...change });
  expect(text).toMatch(expected);
  expect(text).not.toMatch(/S3CRET|\n/);
});

test('a file of plans', () => {
  const { plans } = read(plansFile(() => {}));
  expect(plans.map(({ id, price_id, tiers }) => [id, price_id, tiers])).toEqual([
    ['free', null, ['FREE']],
    ['basic', 'price_b', ['BASIC']],
    ['pro', 'price_1', ['PRO', 'ENTERPRISE']],
  ]);
  expect(plans[0]?.limits.voice_minutes).toBeNull();
});

test.each<[string, (plans: Record<string, unknown>[]) => unknown, RegExp]>([
  ['not JSON', () => '{', /PLANS_FILE is not JSON/],
  ['not an object', () => '[]', /PLANS_FILE is wrong at its top/],
  ['an unknown field', (plans) => Object.assign(plans[1]!, { prise: 1 }), /wrong at plans\[1\]/],
  [
    'a limit below nothing',
    (plans) => Object.assign(plans[0]!.limits as object, { analyses: -1 }),
    /plans\[0\]\.limits\.analyses/,
  ],
  ['the same id twice', (plans) => Object.assign(plans[2]!, { id: 'basic' }), /two plans «basic»/],
  ['a tier in no plan', (plans) => Object.assign(plans[2]!, { tiers: ['PRO'] }), /ENTERPRISE in no plan/],
  [
    'a tier in two',
    (plans) => Object.assign(plans[2]!, { tiers: ['PRO', 'ENTERPRISE', 'BASIC'] }),
    /BASIC in two places/,
  ],
  [
    'a price twice',
    (plans) => Object.assign(plans[2]!, { price_id: 'price_b' }),
    /one price id in two places/,
  ],
  ['a price for nothing', (plans) => Object.assign(plans[0]!, { price_id: 'price_0' }), /pay nothing/],
])('a file with %s is refused in one line', (_name, change, expected) => {
  const text = refusal(plansFile(change));
  expect(text).toMatch(expected);
  expect(text).toContain('docs/billing.md');
  expect(text).not.toContain('\n');
});
