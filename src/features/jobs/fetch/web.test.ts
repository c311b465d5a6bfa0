import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FakeWeb, startFakeWeb } from '../../../../test/fakes/fake-web.ts';
import { isLocalName, isPublicAddress } from './addresses.ts';
import { type Address, usualTargets } from './target.ts';
import { createWeb } from './web.ts';

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '192.0.0.8',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::7f00:1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::a00:1',
  '64:ff9b:1::1',
  '2002:7f00:1::',
  '2001:0:1::1',
  '2001:db8::1',
  '100::1',
  'fe80::1%eth0',
  'nothing',
  '',
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::808:808'])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test('names of this machine and its net are told', () => {
  for (const name of ['localhost', 'a.localhost', 'db', 'printer.local', 'LOCALHOST.', 'x.internal'])
    expect([name, isLocalName(name)]).toEqual([name, true]);
  expect(isLocalName('example.com')).toBe(false);
});

test('the program connects to public addresses on the usual ports alone', () => {
  expect(usualTargets.mayConnect('8.8.8.8', 443)).toBe(true);
  expect(usualTargets.mayConnect('8.8.8.8', 8080)).toBe(false);
  expect(usualTargets.mayConnect('127.0.0.1', 80)).toBe(false);
});

describe('a page', () => {
  let site: FakeWeb;
  beforeAll(async () => {
    site = await startFakeWeb();
  });
  afterAll(() => site.close());

  const webOf = (resolve: (hostname: string) => Promise<Address[]>) =>
    createWeb({ resolve, mayConnect: (address) => address === '127.0.0.1', timeoutMs: 2_000 });

  test('comes from the address that was checked, whatever its name leads to a moment later', async () => {
    site.html('/job', '<p>here</p>');
    const asked: string[] = [];
    const web = webOf(async (hostname) => {
      asked.push(hostname);
      return [{ address: asked.length === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
    });
    const page = await web.fetchPage(`http://rebind.test:${site.port}/job`);
    expect(page).toMatchObject({ kind: 'html', text: '<p>here</p>' });
    expect(asked).toEqual(['rebind.test']);
    expect(site.requests.at(-1)!.headers.host).toBe(`rebind.test:${site.port}`);
    await expect(web.fetchPage(`http://rebind.test:${site.port}/job`)).rejects.toMatchObject({
      code: 'url_not_allowed',
    });
  });

  test('does not come from a name that also leads inside', async () => {
    const both = ['127.0.0.1', '192.168.0.1'].map((address) => ({ address, family: 4 }));
    const before = site.requests.length;
    await expect(webOf(async () => both).fetchPage(`http://two.test:${site.port}/job`)).rejects.toMatchObject(
      {
        code: 'url_not_allowed',
        status: 400,
      },
    );
    expect(site.requests).toHaveLength(before);
  });

  test('is decoded as it says', async () => {
    const body = Buffer.from('<p>Zürich</p>', 'latin1');
    site.pages.set('/latin', (response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' }).end(body),
    );
    const web = webOf(async () => [{ address: '127.0.0.1', family: 4 }]);
    expect((await web.fetchPage(`http://a.test:${site.port}/latin`)).text).toContain('Zürich');
  });

  test('of a name that does not exist, or is never looked up, is a problem', async () => {
    await expect(webOf(async () => []).fetchPage('http://gone.test/')).rejects.toMatchObject({
      code: 'posting_unreachable',
    });
    const silent = createWeb({ resolve: () => new Promise(() => {}), timeoutMs: 50 });
    await expect(silent.fetchPage('http://silent.test/')).rejects.toMatchObject({
      code: 'posting_unreachable',
    });
  });
});
