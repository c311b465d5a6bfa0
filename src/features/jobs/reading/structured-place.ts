import type { Resolve } from './job-posting.ts';
import type { JsonObject } from './json-ld.ts';
import { oneLine } from './plain.ts';
import { asText } from './values.ts';

/** Where the job is: every place of `jobLocation`; for remote work without one, where applicants may live. */
export function placesOf(posting: JsonObject, resolve: Resolve, isRemote: boolean): string | null {
  const places = unique(
    [resolve(posting.jobLocation)].flat().map((place) => placeName(resolve(place), resolve)),
  );
  if (places.length > 0) return oneLine(places.join('; '));
  if (!isRemote) return null;
  const allowed = unique(
    [resolve(posting.applicantLocationRequirements)]
      .flat()
      .map((place) => placeName(resolve(place), resolve)),
  );
  return oneLine(allowed.length > 0 ? `Remote (${allowed.join(', ')})` : 'Remote');
}

function placeName(place: unknown, resolve: Resolve): string | null {
  if (place === null || typeof place !== 'object') return asText(place);
  const { address, name } = place as JsonObject;
  const written = resolve([address].flat()[0]);
  if (typeof written === 'string' && written.trim() !== '') return written;
  const source = (written !== null && typeof written === 'object' ? written : place) as JsonObject;
  const parts = unique(
    [source.addressLocality, source.addressRegion, source.addressCountry].map((part) =>
      asText(resolve(part)),
    ),
  );
  return parts.length > 0 ? parts.join(', ') : asText(name);
}

function unique(texts: (string | null)[]): string[] {
  const names = texts
    .map((text) => text?.trim() ?? '')
    .filter((text) => text !== '' && !/^(n\/?a|none|null|-)$/i.test(text));
  return names.filter(
    (name, i) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === i,
  );
}
