import { describe, expect, test } from 'vitest';
import { resumeModel } from './model.ts';
import { partialDate, period } from './partial-date.ts';
import { allPieces, pieceSpans, placesOf } from './places.ts';

describe('resumeModel', () => {
  test('each text knows its fields', () => {
    const model = resumeModel({
      basics: {
        name: 'Ana Ruiz',
        email: 'ana@example.org',
        location: { city: 'Vigo', region: 'Galicia', countryCode: 'ES' },
        profiles: [{ network: 'GitHub', username: 'ana', url: 'https://github.com/ana' }],
      },
      work: [{ name: 'Port', position: 'Pilot', startDate: '2020-03', highlights: ['Guided 400 ships'] }],
      skills: [{ name: 'Sailing', keywords: ['Knots'] }],
    });
    const texts = allPieces(model).map(({ text, pointers }) => [text, pointers.join(' ')]);
    expect(texts).toEqual([
      ['Ana Ruiz', '/basics/name'],
      ['ana@example.org', '/basics/email'],
      [
        expect.stringMatching(/^Vigo, Galicia, (?!ES)/),
        '/basics/location/city /basics/location/region /basics/location/countryCode',
      ],
      ['github.com/ana', '/basics/profiles/0/network /basics/profiles/0/username /basics/profiles/0/url'],
      ['Pilot', '/work/0/position'],
      ['Port', '/work/0/name'],
      [expect.stringContaining('2020'), '/work/0/startDate'],
      ['Guided 400 ships', '/work/0/highlights/0'],
      ['Sailing', '/skills/0/name'],
      ['Knots', '/skills/0/keywords/0'],
    ]);
  });

  test('data of any shape does no harm, and nothing is hidden', () => {
    const model = resumeModel({
      basics: null,
      work: [null, 'x', { highlights: 'no list', name: { deep: 1 } }],
      education: { institution: 'not a list' },
      workHistory: [{ jobTitle: 'Pilot', years: 4 }],
    });
    expect(model.name).toBeNull();
    expect(
      model.sections.map(({ title, entries }) => [title, entries[0]?.bullets.map(({ text }) => text)]),
    ).toEqual([['Work history', ['Job title: Pilot', 'Years: 4']]]);
  });

  test('only addresses of the web, mail and telephone become links', () => {
    const links = (url: string) =>
      resumeModel({ basics: { url, email: 'a@b.example' } }).contacts.map(({ href }) => href);
    expect(links('javascript:alert(1)')).toEqual(['mailto:a@b.example', undefined]);
    expect(links('ana.example/cv')).toEqual(['mailto:a@b.example', 'https://ana.example/cv']);
  });
});

describe('dates', () => {
  test('as exactly as they are known, in the language of the reader', () => {
    expect(partialDate('2020', 'en')).toBe('2020');
    expect(partialDate('2020-03', 'de')).toBe('März 2020');
    expect(partialDate('2020-03-31', 'en')).toBe('Mar 31, 2020');
    expect(partialDate('spring 2020')).toBe('spring 2020');
    expect(period('2020-03', undefined, 'en')).toBe('Mar 2020 – present');
    expect(period(undefined, '2019', 'en')).toBe('2019');
    expect(period(undefined, undefined)).toBeNull();
  });
});

describe('places', () => {
  const spans = {
    '/work/0/name': [{ start: 5, end: 9 }],
    '/work/0/startDate': [{ start: 10, end: 14 }],
    '/work/0/endDate': [{ start: 10, end: 14 }],
  };
  test('of an entry are those of its fields', () => {
    expect(placesOf(spans, '/work/0').map(({ start }) => start)).toEqual([5, 10, 10]);
    expect(placesOf(spans, '/work')).toHaveLength(3);
    expect(placesOf(spans, '/work/0/name')).toEqual([{ start: 5, end: 9 }]);
    expect(placesOf(spans, '/work/1')).toEqual([]);
  });
  test('that two fields share count once', () => {
    const dates = { pointers: ['/work/0/startDate', '/work/0/endDate'], text: '' };
    expect(pieceSpans(spans, dates)).toEqual([{ start: 10, end: 14 }]);
  });
});
