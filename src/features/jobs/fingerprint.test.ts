import { expect, test } from 'vitest';
import { canonicalUrl, fingerprintOf } from './fingerprint.ts';

test.each([
  ['https://www.Acme.com/jobs/7/?utm_source=a&gclid=b#apply', 'acme.com/jobs/7'],
  ['http://acme.com:80/jobs/7', 'acme.com/jobs/7'],
  ['https://acme.com/view?b=2&a=1&ref=x', 'acme.com/view?a=1&b=2'],
  ['https://acme.com/jobs?gh_jid=42&gh_src=z', 'acme.com/jobs?gh_jid=42'],
  ['https://acme.com/#/jobs/7', 'acme.com#/jobs/7'],
  ['https://acme.com/careers/', null],
  ['https://acme.com', null],
  ['mailto:a@b.c', null],
])('%s', (address, canonical) => {
  expect(canonicalUrl(address)).toBe(canonical);
});

test('without an address of its own a posting is what it says', () => {
  const posting = {
    url: null,
    title: 'Cook',
    company_name: 'Bistro',
    location: null,
    description: 'We  cook.\n',
  };
  const same = { ...posting, url: 'https://bistro.example/jobs', description: 'we cook' };
  expect(fingerprintOf(same)).toBe(fingerprintOf(posting));
  expect(fingerprintOf({ ...posting, title: 'Chef' })).not.toBe(fingerprintOf(posting));
});
