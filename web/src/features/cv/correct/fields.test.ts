import { expect, test } from 'vitest';
import { basicsFields, fieldsAt, textsOf, withTexts } from './fields.ts';
import { entryAt, resumeWith, serverName } from './resume-with.ts';

const resume = {
  basics: { name: 'Ada', location: { city: 'Vigo', address: 'Rua 1' }, profiles: [{ network: 'x' }] },
  work: [{ name: 'Acme', highlights: ['Built', 'Ran'], url: 'https://acme.test' }, { name: 'Initech' }],
};

test('a form that nobody touched changes nothing', () => {
  for (const pointer of ['/basics', '/work/0', '/work/1']) {
    const fields = fieldsAt(pointer)!;
    const entry = entryAt(resume, pointer);
    expect(resumeWith(resume, pointer, withTexts(entry, fields, textsOf(entry, fields)))).toEqual(resume);
  }
});

test('what is emptied is gone, what has no field stays', () => {
  const texts = { ...textsOf(resume.basics, basicsFields), 'location.city': ' ', label: ' Engineer ' };
  expect(withTexts(resume.basics, basicsFields, texts)).toEqual({
    name: 'Ada',
    label: 'Engineer',
    location: { address: 'Rua 1' },
    profiles: [{ network: 'x' }],
  });
  const work = fieldsAt('/work/0')!;
  expect(withTexts(resume.work[0]!, work, { name: 'Acme', highlights: 'Ran it\n\n  \nBuilt' })).toEqual({
    name: 'Acme',
    highlights: ['Ran it', 'Built'],
    url: 'https://acme.test',
  });
});

test('entries are put in, taken out and added', () => {
  expect(resumeWith(resume, '/work/0', null)).toEqual({ ...resume, work: [{ name: 'Initech' }] });
  expect(resumeWith({ work: [{ name: 'x' }] }, '/work/0', {})).toEqual({});
  expect(resumeWith(resume, '/skills/-', { name: 'Rust' })).toEqual({
    ...resume,
    skills: [{ name: 'Rust' }],
  });
  expect(resumeWith(resume, '/skills/-', {})).toEqual(resume);
});

test('fields are named as the server does', () => {
  expect(serverName(resume, '/work/1', 'startDate')).toBe('json_resume.work[1].startDate');
  expect(serverName(resume, '/work/-', 'startDate')).toBe('json_resume.work[2].startDate');
  expect(serverName(resume, '/basics', 'location.city')).toBe('json_resume.basics.location.city');
});

test.each(['/meta', '/work', '/work/x', '/constructor/0', ''])('%s cannot be corrected', (pointer) =>
  expect(fieldsAt(pointer)).toBeNull(),
);
