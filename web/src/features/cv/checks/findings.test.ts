import { describe, expect, test } from 'vitest';
import { findingPlaces } from './findings.ts';

const cv = {
  source_spans: {
    '/work/0/startDate': [{ start: 20, end: 24 }],
    '/work/0/highlights/0': [{ start: 30, end: 40 }],
    '/skills/0/name': [{ start: 50, end: 55 }],
  },
};
const at = (pointer: string | null, spans: { start: number; end: number }[] = []) =>
  findingPlaces(cv, { pointer, spans }).map(({ start }) => start);

describe('a finding stands', () => {
  test('at its own places', () => expect(at('/work/0/startDate', [{ start: 1, end: 2 }])).toEqual([1]));
  test('at its field', () => expect(at('/work/0/startDate')).toEqual([20]));
  test('at the fields of its section', () => expect(at('/skills')).toEqual([50]));
  test('at the beginning of its entry, where the field is missing', () =>
    expect(at('/work/0/position')).toEqual([20]));
  test('nowhere, where it is about the file', () => expect(at(null)).toEqual([]));
  test('nowhere, where nothing of it has a place', () => expect(at('/basics/email')).toEqual([]));
});
