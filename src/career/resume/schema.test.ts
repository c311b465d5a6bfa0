import { describe, expect, test } from 'vitest';
import { resumeSchemaErrors } from './schema.ts';

describe('resumeSchemaErrors', () => {
  test('a valid CV has none', () => {
    const resume = {
      basics: { name: 'Ana Ruiz', email: 'ana@example.org', url: 'https://ana.example' },
      work: [{ name: 'Acme', startDate: '2020-03', highlights: ['Did it'] }],
    };
    expect(resumeSchemaErrors(resume)).toEqual([]);
    expect(resumeSchemaErrors({})).toEqual([]);
  });

  test('every problem is named by its field', () => {
    const resume = {
      basics: { email: 'no address', url: 'example.org', profiles: [{ url: 'github.com/x' }] },
      work: [{ startDate: 'March 2020' }, { highlights: 'one' }],
      skills: 'Go',
    };
    expect(resumeSchemaErrors(resume)).toEqual([
      { field: 'basics.email', message: 'must be an e-mail address' },
      { field: 'basics.url', message: 'must be a full address such as https://example.org/page' },
      { field: 'basics.profiles[0].url', message: 'must be a full address such as https://example.org/page' },
      { field: 'work[0].startDate', message: 'must be a date as YYYY, YYYY-MM or YYYY-MM-DD' },
      { field: 'work[1].highlights', message: 'must be array' },
      { field: 'skills', message: 'must be array' },
    ]);
  });

  test.each([[null], ['text'], [[]], [7]])('%j is no CV', (value) => {
    expect(resumeSchemaErrors(value)).toEqual([{ field: 'resume', message: 'must be object' }]);
  });

  test('a file full of mistakes gets a list one can read', () => {
    const work = Array.from({ length: 1000 }, () => ({ startDate: 'x' }));
    expect(resumeSchemaErrors({ work })).toHaveLength(50);
  });
});
