import { type CheerioAPI, load } from 'cheerio';
import { emptyDraft, fill, type PostingDraft } from './draft.ts';
import { readJobPosting } from './job-posting.ts';
import { findJobPostings, type JsonLd, type JsonObject } from './json-ld.ts';
import { mainText } from './main-text.ts';
import { microdataPosting } from './microdata.ts';
import { readPageTitle } from './page-title.ts';
import { readText } from './text.ts';
import { asText } from './values.ts';
import { type Wall, wallOf } from './walls.ts';

export interface HtmlReading {
  draft: PostingDraft;
  /** What stands in the place of a posting, where that is so. */
  wall: Wall | null;
}

/** A description shorter than this is a teaser: the page itself says more. */
const teaser = 80;

/** A posting from a page: what its structured data says first, then its title and its readable text. */
export function readHtml(html: string, url: string | null): HtmlReading {
  const $ = load(html);
  const scripts = $('script[type*="ld+json" i]')
    .toArray()
    .map((script) => $(script).text());
  const found = findJobPostings(scripts);
  const posting = choose(found, $, url);
  const micro = posting ? null : microdataPosting($);
  const draft = emptyDraft(posting ? 'json-ld' : micro ? 'microdata' : 'readability');
  draft.warnings.push(...found.warnings);
  if (posting && found.postings.length > 1) warnOfSeveral(draft);
  const structured = posting ?? micro;
  if (structured) readJobPosting(draft, posting ? 'json-ld' : 'microdata', structured, resolver(found));
  let wall: Wall | null = null;
  if ((draft.description ?? '').length < teaser) {
    const text = mainText($, html);
    if (!structured) wall = wallOf($, text);
    if (text.length > (draft.description ?? '').length) {
      draft.description = text;
      draft.fields.description = 'readability';
    }
  }
  const { fields, origins } = readPageTitle($);
  for (const [name, value] of Object.entries(fields)) fill(draft, origins[name] ?? 'text', { [name]: value });
  readText(draft, draft.description ?? '', { hasHeader: !structured });
  return { draft, wall };
}

/** A posting from JSON that was served by itself. Null where it holds none. */
export function readJson(text: string): PostingDraft | null {
  const found = findJobPostings([text]);
  const posting = found.postings[0];
  if (!posting) return null;
  const draft = emptyDraft('json-ld');
  draft.warnings.push(...found.warnings);
  if (found.postings.length > 1) warnOfSeveral(draft);
  readJobPosting(draft, 'json-ld', posting, resolver(found));
  readText(draft, draft.description ?? '', { hasHeader: false });
  return draft;
}

function warnOfSeveral(draft: PostingDraft): void {
  const message = 'The page describes several postings; this is the one that seems to be its own.';
  draft.warnings.push({ code: 'several_postings', message });
}

/** Follows a bare `{ "@id": … }` to the object of that name. */
function resolver({ byId }: JsonLd) {
  return (value: unknown): unknown => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    const id = (value as JsonObject)['@id'];
    return typeof id === 'string' && Object.keys(value).length === 1 ? (byId.get(id) ?? value) : value;
  };
}

/** Of several postings, the page's own: by its address, else by its heading, else the first. */
function choose({ postings }: JsonLd, $: CheerioAPI, url: string | null): JsonObject | null {
  if (postings.length <= 1) return postings[0] ?? null;
  const addresses = [url, $('link[rel="canonical"]').attr('href')].filter((address) => address != null);
  const byUrl = postings.find((posting) =>
    [asText(posting.url), asText(posting['@id']), asText(posting.mainEntityOfPage)].some(
      (address) => address !== null && addresses.includes(address),
    ),
  );
  const heading = $('h1').first().text().trim().toLowerCase();
  const byHeading = postings.find(
    (posting) => heading !== '' && asText(posting.title)?.trim().toLowerCase() === heading,
  );
  return (
    byUrl ?? byHeading ?? postings.find((posting) => asText(posting.description) !== null) ?? postings[0]!
  );
}
