import { lookup as lookupName } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isLocalName, isPublicAddress } from './addresses.ts';
import { unreachable, urlNotAllowed } from './problems.ts';

export interface Address {
  address: string;
  family: number;
}

export type Resolve = (hostname: string) => Promise<Address[]>;

export interface TargetOptions {
  /** How names become addresses; the system's way by default. */
  resolve: Resolve;
  /** Whether a connection to this address may be made; by default only public ones on the usual ports. */
  mayConnect(address: string, port: number): boolean;
}

export const usualTargets: TargetOptions = {
  resolve: (hostname) => lookupName(hostname, { all: true, verbatim: true }),
  mayConnect: (address, port) => isPublicAddress(address) && (port === 80 || port === 443),
};

/** An address of the web whose every part was looked at, with where to connect to. */
export interface Target {
  url: URL;
  /** Checked; the connection is made to these and to no others, whatever the name leads to a moment later. */
  addresses: Address[];
}

const maxLength = 2_048;

/** The URL as the standard reads it: forms such as `http://0x7f.1/` and `http://2130706433/` come out as addresses. */
export function parseTarget(text: string, base?: URL): URL {
  const url = URL.parse(text.trim(), base?.href);
  if (!url) throw urlNotAllowed('must be the address of a web page, such as https://example.com/jobs/1');
  if (url.href.length > maxLength) throw urlNotAllowed('must have at most 2,048 characters');
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw urlNotAllowed('must begin with http:// or https://');
  if (url.username !== '' || url.password !== '') throw urlNotAllowed('must hold no name and password');
  return url;
}

/** Looks at an address and at all that its name stands for. Throws `url_not_allowed` or `posting_unreachable`. */
export async function checkTarget(url: URL, { resolve, mayConnect }: TargetOptions): Promise<Target> {
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const literal = isIP(hostname);
  if (literal === 0 && isLocalName(hostname)) throw urlNotAllowed(notPublic);
  const addresses =
    literal === 0 ? await resolved(hostname, resolve) : [{ address: hostname, family: literal }];
  // One that is not allowed is enough: a name that leads to both is up to something.
  if (!addresses.every(({ address }) => mayConnect(address, port))) {
    throw urlNotAllowed(addresses.every(({ address }) => isPublicAddress(address)) ? oddPort : notPublic);
  }
  return { url, addresses };
}

const notPublic = 'must lead to a public address of the internet';
const oddPort = 'must use the port 80 or 443';

async function resolved(hostname: string, resolve: Resolve): Promise<Address[]> {
  try {
    const addresses = await resolve(hostname);
    if (addresses.length > 0) return addresses;
  } catch (cause) {
    throw unreachable(`There is no site under the name ${hostname}.`, { cause });
  }
  throw unreachable(`There is no site under the name ${hostname}.`);
}
