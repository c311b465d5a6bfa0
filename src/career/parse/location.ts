import type { Basics } from '../resume/index.ts';
import type { Sourced } from './draft.ts';
import { field } from './draft.ts';
import { commaParts } from './heads.ts';
import { Piece } from './piece.ts';
import { countryCode, isCity, isPlace, isRegion } from './places.ts';

type Location = NonNullable<Sourced<Basics>['location']>;

const postcode =
  /(?<![\p{L}\d])(?:[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}|(?:[A-Z]{1,2}-)?\d{4,5}(?:-\d{3,4})?(?:\s?[A-Z]{2}(?=\s+\p{Lu}\p{Ll}))?|[A-Z]\d[A-Z]\s?\d[A-Z]\d|\d{3}\s\d{2}|\d{3}\s?\d{3})(?![\p{L}\d])/u;
const street =
  /^(?:(?:flat|apt|unit|suite|no\.?)\s*\w+[\s,]+)?\d+\s?[a-z]?(?:\/\d+)?[\s,]+\p{L}|\b(?:street|st\.?|road|rd\.?|avenue|ave\.?|lane|ln\.?|drive|dr\.?|close|court|blvd|boulevard|way|place|terrace|square|crescent|calle|rue|via|straße|strasse|str\.|weg|platz|gasse|allee|ulica|ul\.)(?![\p{L}])|\p{L}(?:straße|strasse|str\.|gasse|weg|platz|allee)\s+\d/iu;

const unit = /^(?:flat|apt|apartment|unit|suite|floor|room|no)\b|^\p{L}?\d+\p{L}?$/iu;

/** States that share their name with a country, or might: they name no country. */
const ambiguous = new Set(['georgia', 'jersey']);

/** «12 Hill Road», «Lindenstraße 14»: a street with its number and nothing else. */
export const isStreet = (text: string) =>
  street.test(text) &&
  /\d/.test(text) &&
  !/,.*,/.test(text) &&
  text.split(/\s+/).length < 8 &&
  /^\d+\s?\p{L}?(?:[-/]\d+)?,?\s+.*\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|blvd|boulevard|way|place|pl|terrace|square|crescent|parkway|pkwy|highway|hwy|circle|trail|broadway)\b\.?(?:\s+(?:n|s|e|w|ne|nw|se|sw)\b\.?)?(?:,?\s+(?:#|apt|unit|suite|ste|flat)\.?\s*\w+)?$|^\p{Lu}[\p{L}. -]*(?:straße|strasse|str\.|gasse|weg|platz|allee)\s+\d+\s?\p{L}?$|^(?:via|rue|calle|ulica|ul\.|rua|avenida)\s.*\d/iu.test(
    text,
  );

/**
 * A person's place out of «12 Hill Road, Leeds LS1 4AB, UK» or «Berlin, Germany»; null for what is none. `told` says that
 * a label named it as one, so that a town nobody has heard of is taken too. The country's code only where it is named.
 */
export function readLocation(piece: Piece, told = false): Location | null {
  const bare = piece.tidy();
  const parts = commaParts(bare);
  if (parts.some((part) => part.text.split(' ').length > 8)) return null;
  const hasStreet = parts.some((part) => street.test(part.text)) && parts.length > 1;
  if (
    !told &&
    !hasStreet &&
    !isPlace(bare.text) &&
    !(parts.length > 1 && parts.some((part) => postcode.test(part.text)))
  )
    return null;
  const location: Location = {};
  const rest: Piece[] = [];
  for (const part of parts) {
    let left = part;
    const code = /^(?:19|20)\d{2}$/.test(left.text) ? null : postcode.exec(left.text);
    if (
      code &&
      (!(street.test(left.text) && code.index === 0) ||
        /^(?:[A-Z]{1,2}-)?\d{4,5}\s+(?!.*(?:drive|street|road|avenue|lane|boulevard|way|court|place|close|\bst\b|\brd\b|\bave\b|\bdr\b|\bblvd\b))\p{Lu}/iu.test(
          left.text,
        ))
    ) {
      location.postalCode ??= left.slice(code.index, code.index + code[0].length);
      left = left.without(code.index, code.index + code[0].length).tidy();
    }
    if (left.isEmpty) continue;
    // «California CA 94115»: the state twice.
    const twice = /^(.+)\s+[A-Z]{2}$/.exec(left.text);
    if (twice && isRegion(twice[1]!)) left = left.slice(0, twice[1]!.length);
    if (code && !street.test(left.text) && !isRegion(left.text)) {
      location.city ??= left;
      continue;
    }
    const country = countryCode(left.text);
    if (
      country &&
      !ambiguous.has(left.text.toLowerCase()) &&
      !(isCity(left.text) && rest.length === 0 && parts.length > 1)
    ) {
      location.countryCode ??= field(country, left);
    } else if (isRegion(left.text) && (rest.length > 0 || !isCity(left.text))) location.region ??= left;
    else rest.push(left);
  }
  const lastStreet = rest.findLastIndex((part) => street.test(part.text));
  const isStreet = (part: Piece, i: number) =>
    street.test(part.text) ||
    (i < lastStreet && unit.test(part.text)) ||
    (i === lastStreet + 1 && lastStreet >= 0 && /^(?:apt|apartment|unit|suite|floor|#)/i.test(part.text)) ||
    (i === 0 && location.city !== undefined && /\p{L}\s+\d+\s?\p{L}?$/u.test(part.text));
  const streets = rest.filter(isStreet);
  const towns = rest.filter((part) => !streets.includes(part));
  if (streets.length > 0) location.address = streets.length > 1 ? Piece.join(streets, ', ') : streets[0]!;
  if (location.city) {
    // What stands before the town is the address: «4th Cross, Jayanagar, Bengaluru - 560041».
    const { city } = location;
    const cityAt = city.spans[0]?.start ?? 0;
    const before = streets.length > 0 ? [] : towns.filter((part) => part.start < cityAt);
    if (before.length > 0) location.address = before.length > 1 ? Piece.join(before, ', ') : before[0]!;
    location.region ??= towns.find((part) => part.start > cityAt);
  } else {
    location.city = towns[0];
    if (towns.length > 1) location.region ??= towns.at(-1)!;
  }
  return location;
}
