import { describe, expect, test } from 'vitest';
import { sectionKinds } from './section-names.ts';

describe('sectionKinds', () => {
  test.each([
    ['WORK HISTORY', ['work']],
    ['Professional Experience', ['work']],
    ['E X P E R I E N C E', ['work']],
    ['Clinical Experience', ['work']],
    ['Previous Career', ['work']],
    ['Volunteer Experience', ['volunteer']],
    ['Technical & Soft Skills', ['skills']],
    ['Key Skills', ['skills']],
    ['Education & Certifications', ['education', 'certificates']],
    ['Skills / Languages', ['skills', 'languages']],
    ['Licences and Certificates', ['certificates']],
    ['Hobbies & Interests', ['interests']],
    ['3. Education', ['education']],
    ['References available upon request', ['references']],
    ['Professional Memberships', ['unknown']],
    ['Selected Publications', ['publications']],
  ])('%s is %j', (text, kinds) => {
    expect(sectionKinds(text)).toEqual(kinds);
  });

  test.each([
    'Acme Corporation',
    'Senior Engineer',
    'Led the team to new experience records',
    '',
    '2019',
    'Jane Doe',
  ])('%j is no heading we know', (text) => {
    expect(sectionKinds(text)).toEqual([]);
  });
});
