import { createHash } from 'node:crypto';
import { derivedUuid } from '../../kernel/ids.ts';

/** Parameters that say how somebody came to a page and not which page it is. */
const tracking =
  /^(utm_.*|mtm_.*|pk_.*|hsa_.*|_hs.*|gclid|dclid|gbraid|wbraid|fbclid|msclkid|yclid|twclid|ttclid|igshid|mc_[ce]id|mkt_tok|ref|refid|referer|referrer|ref_?src|src|source|sourceid|origin|originalsubdomain|trk|trkinfo|trackingid|lipi|lici|midtoken|midsig|ebp|gh_src|lever-(source|origin|via).*|recommendedflavor|position|pagenum|from|campaign|cmp|cid|s_cid|_ga|_gl|share|shared|rcm|tk|advn|xkcb|sjdu|vjs|jobboard|job_board|applied|apply)$/i;

/** Paths on which a site lists its postings, or is at home: such an address stands for none of them. */
const listing =
  /^\/?((en|de|fr|es|us|uk|jobs?|careers?|karriere|stellen|openings|positions|vacancies|search|about|company|index\.html?)\/?)*$/i;

/**
 * An address by which the same page is the same: without tracking, `www.`, the usual port, a trailing slash or an
 * anchor (unless it is a route of the page's own program); parameters in order. Null for one that names no one posting.
 */
export function canonicalUrl(address: string): string | null {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  const route = /^#!?\//.test(url.hash) ? url.hash : '';
  const path = url.pathname.replace(/\/+$/, '');
  const query = url.searchParams.size > 0 ? `?${url.searchParams}` : '';
  if (listing.test(path) && query === '' && route === '') return null;
  return `${url.host.replace(/^www\./, '')}${path}${query}${route}`;
}

export interface Identifying {
  url: string | null;
  title: string | null;
  company_name: string | null;
  location: string | null;
  description: string | null;
}

/** What two postings that are the same job have in common: their address, or else what they say. */
export function fingerprintOf(posting: Identifying): string {
  const address = posting.url === null ? null : canonicalUrl(posting.url);
  if (address !== null) return hash('url', address);
  const { company_name, title, location, description } = posting;
  return hash('text', ...[company_name, title, location, description].map((part) => plain(part ?? '')));
}

/** Only letters and digits: how a page is laid out differs from copy to copy. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function hash(...parts: string[]): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(`${Buffer.byteLength(part)}:${part}`);
  return digest.digest('hex');
}

/** The id of a person's posting with this fingerprint: saved twice at one moment, it still becomes one row. */
export function postingId(owner: string, fingerprint: string): string {
  return derivedUuid('posting', owner, fingerprint);
}
