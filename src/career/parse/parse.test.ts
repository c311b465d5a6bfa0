import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resumeSchemaErrors, valueAt } from '../resume/index.ts';
import { bareDocument } from './bare-document.ts';
import { parseCv } from './parse.ts';

const folder = new URL('../../../evals/cv/', import.meta.url);
const samples = readdirSync(folder)
  .filter((file) => !file.endsWith('.json') && file !== 'README.md')
  .map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8').normalize('NFC') }));

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** What holds for every text, whatever it is. */
function check(text: string) {
  const { resume, spans, warnings } = parseCv(bareDocument(text));
  expect(resumeSchemaErrors(resume).filter(({ field }) => !/email|url/i.test(field))).toEqual([]);
  for (const [pointer, places] of Object.entries(spans)) {
    const value = valueAt(resume, pointer);
    expect(value).toBeTypeOf('string');
    const said = places.map(({ start, end }) => {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
      return text.slice(start, end);
    });
    // Dates, codes and addresses are written out; everything else stands there word by word.
    if (/Date|date|countryCode|url|network|email|username$/.test(pointer)) continue;
    const there = words(said.join(' '));
    for (const word of words(value as string)) expect(there.join(' ')).toContain(word);
  }
  return { resume, spans, warnings };
}

describe('parseCv', () => {
  test.each(samples)('$file: every field says where it stands', ({ text }) => {
    check(text);
  });

  test('any text is read without an error', () => {
    const bits = fc.constantFrom(
      'EXPERIENCE',
      'Skills',
      '2019 – 2020',
      'Engineer',
      'Acme Inc',
      '- x',
      '\n',
      '\n\n',
      'a@b.example',
      '|',
      ',',
      '   ',
      '**',
      '[x](y)',
      'since',
      'Go',
      '# A',
      'Leeds',
      ':',
      'BSc',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(bits, { maxLength: 30 }).map((parts) => parts.join(' ')),
      fc.array(bits, { maxLength: 30 }).map((parts) => parts.join('\n')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        check(text.normalize('NFC'));
      }),
      { numRuns: 80 },
    );
  });

  test('samples cut short and shuffled are read without an error', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.array(fc.nat(60), { maxLength: 25 }), ({ text }, order) => {
        const lines = text.split('\n');
        check(order.map((i) => lines[i % lines.length]!).join('\n'));
      }),
      { numRuns: 25 },
    );
  });

  test('nothing vanishes: each word is in a field, a heading, or a warning', () => {
    const text =
      'Ann Lee\nann@x.example\n\nEXPERIENCE\nCook, Bistro Ltd, 2019 – 2020\n- Cooked\n\nMILITARY HONOURS LIST\nCorporal of the band\n\nPROFESSIONAL MEMBERSHIPS\nGuild of Cooks\n';
    const { spans, warnings } = check(text);
    const told = [...Object.values(spans).flat(), ...warnings.flatMap((warning) => warning.spans ?? [])];
    const covered = told.map(({ start, end }) => text.slice(start, end)).join(' ');
    for (const word of ['Ann', 'Cook', 'Bistro', '2019', 'Cooked', 'Corporal', 'band', 'Guild'])
      expect(covered).toContain(word);
    expect(warnings.find(({ code }) => code === 'section_unknown')?.message).toContain(
      'PROFESSIONAL MEMBERSHIPS',
    );
  });

  test('says what is missing', () => {
    const codes = parseCv(bareDocument('Hello there.')).warnings.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['no_sections', 'no_contact', 'no_entries']));
  });

  test('layout alone tells the name and the headings too', () => {
    const text = 'Skills\nGo\nMira Novak\nBackend Engineer\nExperience\nEngineer, Acme Inc, 2019 – 2020\n';
    const sizes = [14, 10, 24, 12, 14, 10];
    let start = 0;
    const lines = text
      .split('\n')
      .slice(0, -1)
      .map((line, i) => {
        const made = {
          start,
          end: start + line.length,
          page: 1,
          x: 40,
          y: 40 + i * 14,
          width: 200,
          size: sizes[i]!,
          bold: false,
        };
        start += line.length + 1;
        return made;
      });
    const { resume } = parseCv({ ...bareDocument(text), kind: 'pdf', lines });
    expect(resume.basics).toEqual({ name: 'Mira Novak', label: 'Backend Engineer' });
    expect(resume.skills).toEqual([{ name: 'Go' }]);
  });

  test('names of every script stay as they are', () => {
    for (const name of [
      'Søren Ærø',
      'Nguyễn Thị Hương',
      '李小龍',
      'Мария Петрова',
      "Seán O'Brien",
      'محمد علي',
    ]) {
      expect(parseCv(bareDocument(`${name}\nmail@x.example\n\nEXPERIENCE\n`)).resume.basics?.name).toBe(
        name.normalize('NFC'),
      );
    }
  });

  test('a large text is read in time', () => {
    const text = samples
      .map((sample) => sample.text)
      .join('\n\n')
      .repeat(2);
    const started = performance.now();
    parseCv(bareDocument(text));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
