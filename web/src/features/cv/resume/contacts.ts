import { isRecord, joined, type Piece, piece, records, type Values, webLink } from './pieces.ts';

/** How the person is reached: mail, telephone, place, pages. */
export function contacts(basics: Values): Piece[] {
  const place = isRecord(basics.location) ? basics.location : {};
  const at = '/basics/location';
  const names = ['address', 'postalCode', 'city', 'region', 'countryCode'];
  const profiles = records(basics.profiles).flatMap(([values, index]): Piece[] => {
    const pointer = `/basics/profiles/${index}`;
    const parts = ['network', 'username', 'url'].flatMap((name) => piece(values, pointer, name, webLink));
    const [url] = piece(values, pointer, 'url', webLink);
    const text = url ? short(url.text) : parts.map((part) => part.text).join(': ');
    if (parts.length === 0) return [];
    const href = url?.href;
    return [{ pointers: parts.flatMap(({ pointers }) => pointers), text, ...(href && { href }) }];
  });
  return [
    ...piece(basics, '/basics', 'email', (text) => `mailto:${text}`),
    ...piece(basics, '/basics', 'phone'),
    ...joined(names.flatMap((name) => piece(place, at, name)).map(withCountryName), ', '),
    ...piece(basics, '/basics', 'url', webLink).map((url) => ({ ...url, text: short(url.text) })),
    ...profiles,
  ];
}

/** The country's name in the reader's language, for its code. */
function withCountryName(part: Piece): Piece {
  if (!part.pointers[0]!.endsWith('/countryCode') || !/^[a-z]{2}$/i.test(part.text)) return part;
  const names = new Intl.DisplayNames(undefined, { type: 'region', fallback: 'code' });
  return { ...part, text: names.of(part.text.toUpperCase()) ?? part.text };
}

const short = (url: string) => url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
