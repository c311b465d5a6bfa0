import { describe, expect, test } from 'vitest';
import { readLocation } from './location.ts';
import { Piece } from './piece.ts';
import { countryCode, isPlace } from './places.ts';

const location = (text: string, told = false) => {
  const read = readLocation(Piece.at(text, 0), told);
  return (
    read &&
    Object.fromEntries(Object.entries(read).flatMap(([key, field]) => (field ? [[key, field.value]] : [])))
  );
};

describe('places', () => {
  test.each([
    'Leeds',
    'Austin, TX',
    'Berlin, Germany',
    'Springfield, IL',
    'Kano, Nigeria',
    'Remote',
    'München',
  ])('%s is one', (text) => {
    expect(isPlace(text)).toBe(true);
  });

  test.each(['Acme, Austin, TX', 'Acme Inc.', 'Senior Engineer', 'Acme, Leeds', ''])('%j is none', (text) => {
    expect(isPlace(text)).toBe(false);
  });

  test('countries by the names people use', () => {
    expect(['UK', 'USA', 'Türkiye', 'Czech Republic', 'Netherlands', 'Atlantis'].map(countryCode)).toEqual([
      'GB',
      'US',
      'TR',
      'CZ',
      'NL',
      null,
    ]);
  });

  test.each([
    [
      '14 Orchard Close, Leeds LS6 2QF, United Kingdom',
      { address: '14 Orchard Close', city: 'Leeds', postalCode: 'LS6 2QF', countryCode: 'GB' },
    ],
    [
      'Vestergade 27, 8000 Aarhus C, Denmark',
      { address: 'Vestergade 27', postalCode: '8000', city: 'Aarhus C', countryCode: 'DK' },
    ],
    [
      '2210 Lakeview Drive, Apt 5B, Cleveland, OH 44106',
      { address: '2210 Lakeview Drive, Apt 5B', city: 'Cleveland', region: 'OH', postalCode: '44106' },
    ],
    ['Vancouver, BC', { city: 'Vancouver', region: 'BC' }],
    // The state, or the country: it is not said.
    ['Atlanta, Georgia', { city: 'Atlanta', region: 'Georgia' }],
  ])('%s', (text, parts) => {
    expect(location(text)).toEqual(parts);
  });

  test('a sentence is no address', () => {
    expect(location('I help food and drink brands, from launch to loyalty')).toBeNull();
  });

  test('a town nobody has heard of is one where a label says so', () => {
    expect(location('Lower Wallop')).toBeNull();
    expect(location('Lower Wallop', true)).toEqual({ city: 'Lower Wallop' });
  });
});
