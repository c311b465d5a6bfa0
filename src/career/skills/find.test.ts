import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSkills } from './index.ts';

const found = (text: string) => findSkills(text).map(({ skill }) => skill.id);

describe('finding skills', () => {
  it.each([
    [
      'C, C++, C#, R, Go, .NET, Node.js, F#, Objective-C',
      'c cpp csharp r go dotnet nodejs fsharp objective-c',
    ],
    ['nodejs, node js, Node.JS', 'nodejs nodejs nodejs'],
    ['PowerBI and Power-BI', 'power-bi power-bi'],
    ['React Native, Spring Boot', 'react-native spring-boot'],
    ['ASP.NET and VB.NET on .NET Core', 'asp-net vb-net dotnet'],
    ['5+ years of Go', 'go'],
    ['written in Swift; a Swift developer', 'swift swift'],
    ['python, go, rust', 'python go rust'],
    ['Word, Excel, PowerPoint', 'word excel powerpoint'],
    ['Migrated services from Ruby to Go', 'ruby go'],
    ['Languages: C, R', 'c r'],
    ['financial modelling and financial modeling', 'financial-modeling financial-modeling'],
    ['REST APIs', 'rest-api'],
    ['SAP and SAS', 'sap sas'],
    ['C++17, Python+SQL', 'cpp python sql'],
    ['R&D in R', 'r'],
  ])('%s', (text, ids) => {
    expect(found(text).join(' ')).toBe(ids);
  });

  it.each([
    'Go the extra mile. Ready to Go!',
    'R&D, and a C-level sponsor; Vitamin C; Hepatitis C; Plan C',
    'You will excel at this. Excel at work.',
    'a swift response, Spring 2024, rust on pipes',
    'Access to the site, in other words. Express yourself. Teams across Europe.',
    'we make less of it; tree sap; it is up to you',
    'Make sure that the teams express what they access',
    'Ruby red, a dart board, a scala of colours',
  ])('is not led astray by: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('knows «go to market» as what it is', () => {
    expect(found('our go-to-market strategy')).toEqual(['product-launch']);
  });

  it('reads a name over the end of a wrapped line, not over entries of a list', () => {
    expect(found('We have been looking for people who know about machine\nlearning')).toEqual([
      'machine-learning',
    ]);
    expect(found('React\nNative speaker')).toEqual(['react']);
  });

  it('never throws, and its spans are in order, without overlap, and hold what it says', () => {
    const pieces = fc.constantFrom(
      'C',
      '++',
      '#',
      'R&D',
      '.NET',
      ' ',
      '\n',
      '/',
      ',',
      'Go',
      'node',
      'js',
      '.',
      'é',
      '🦀',
      '(',
      'İ',
      'Excel',
      'and',
      '-',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let reached = 0;
        return findSkills(text).every(({ span, as }) => {
          const inOrder = span.start >= reached && span.end > span.start;
          reached = span.end;
          // A name never begins or ends within a word.
          const cut = /^[\p{L}\p{N}]/u.test(as) && /[\p{L}\p{N}]$/u.test(text.slice(0, span.start));
          return inOrder && !cut && text.slice(span.start, span.end) === as;
        });
      }),
      { numRuns: 200 },
    );
  });

  it('takes a text of 100 kB in one pass', () => {
    const text = 'Built APIs in Go and Python on Kubernetes, with PostgreSQL; led a team of five. '.repeat(
      1250,
    );
    findSkills(text);
    const before = process.cpuUsage();
    expect(findSkills(text).length).toBe(1250 * 5);
    // Some 30 ms; the processor's time, as others may be at work beside it.
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(5_000);
  });
});
