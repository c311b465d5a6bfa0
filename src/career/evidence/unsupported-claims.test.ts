import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unsupportedClaims } from './index.ts';
import type { ClaimKind, EvidenceSource } from './types.ts';

/** What is reported, as «kind: text». */
const reported = (text: string, ...sources: (string | EvidenceSource)[]): string[] =>
  unsupportedClaims(text, sources).map((claim) => `${claim.kind}: ${claim.text}`);

const supported: [text: string, source: string][] = [
  ['Led a team of 6 people', 'Was responsible for a team of 6 people'],
  ['Served a third of the country', 'A third of the country was served'],
  ['Two decades of sales', '20 years of sales'],
  ['Won a prize in chess', 'Chess medal'],
  ['Served 1,200 users', 'served 1200 users'],
  ['Served 1.2k users', 'Served 1,200 users'],
  ['Served twelve hundred users', 'Served 1.2k users'],
  ['Served 1 200 users', 'Served 1200 users.'],
  ['Raised conversion by 25 percent', 'Conversion went up 25%'],
  ['Saved $1.5M in hosting', 'hosting: saved 1.5 million dollars'],
  ['Saved USD 1,500,000 on hosting', 'Saved $1.5m on hosting'],
  ['Saved half a million euros of costs', 'Cut costs by €500k'],
  ['Led twelve engineers', 'Managed a team of 12'],
  ['A 12-person team', 'a team of twelve'],
  ['A team of 12 developers', 'supervised 12 engineers'],
  [
    'Cut build time from 40 to 12 minutes',
    'build time: 40 minutes before, 12 minutes after; 40 minutes of build',
  ],
  ['Joined in March 2020', 'Mar 2020 – Present'],
  ['Since 2020-03', 'March 2020 to now'],
  ['From 03/2020', 'Started Mar 2020'],
  ['Employed in 2020', 'Mar 2020 – Jun 2021'],
  ['Active in the 2010s', 'from 2014 to 2016'],
  ['Since March', 'March 2021'],
  ['Released in Q1 2020', 'Released in February 2020'],
  ['Doubled revenue', 'Revenue grew 2x'],
  ['Revenue tripled', 'threefold revenue'],
  ['Work of 18 months', '1.5 years of work'],
  ['Reports of 2000 users', '2000 users'],
  ['Over 100 customers', '120 customers'],
  ['Grew to 100+ clients', 'Grew to 100 clients'],
  ['Worked at Acme', 'ACME GmbH, Berlin'],
  ['Worked at Acme Inc.', 'Acme'],
  ['Worked at Société Générale', 'Societe Generale, Paris'],
  ['Worked with Łukasz Żółć', 'Lukasz Zolc'],
  ['Worked at Procter & Gamble', 'Procter & Gamble'],
  ['Pipelines in Git-Hub', 'Pipelines in GitHub'],
  ['Improved latency', 'latency was better'],
  ['Spearheaded the migration', 'led the migration'],
  ['Worked as a Sr. Software Engineer', 'Senior Software Engineer'],
  ['Worked as VP of Sales', 'Vice President of Sales'],
  ['Software engineer who writes', 'Senior Software Engineer, Acme'],
  ['Holds a BSc', 'Bachelor of Science in Physics'],
  ["Holds a bachelor's degree", 'B.Sc. Physics'],
  ['An MBA from INSEAD', 'Master of Business Administration, INSEAD'],
  ['Certified in first aid', 'Certificates\nFirst aid\nJan 2020'],
  ['Certified by Scrum.org in scrum', 'Scrum certificate of Scrum.org'],
  ['Reach me at anna@example.com', 'Anna · anna@example.com'],
  ['Call +49 30 1234567', 'Phone: +49 (30) 123-4567'],
  ['نمو ٢٥٪', 'نمو 25%'],
  ['Throughput of 200 requests per second', '200 requests/second throughput'],
  ['Up to 50 customers', 'up to 50 customers'],
  ['The first half', 'the first half'],
  ['One of the founders of the product', 'helped found the product'],
];

const unsupported: [text: string, source: string, kind: ClaimKind, as: string][] = [
  ['Cut latency by 18%', 'Cut the cloud bill by 18%', 'number', '18%'],
  ['A quarter of the traffic', 'Served the traffic', 'number', 'A quarter'],
  ['Two-thirds of the traffic', 'A third of the traffic', 'number', 'Two-thirds'],
  ['Over a decade of sales', 'Sales', 'number', 'a decade'],
  ['Led a team of 6 people', 'Worked in a team of 6 people', 'title', 'Led'],
  ['An award-winning engineer', 'An engineer', 'certification', 'award'],
  ['Grew sales by 12%', 'Led 12 people in sales', 'number', '12%'],
  ['Led 12 people in sales', 'Grew sales by 12%', 'number', '12'],
  ['Saved €1.5M on hosting', 'Saved $1.5M on hosting', 'number', '€1.5M'],
  ['Saved $1.5M on hosting', 'Saved $1.5k on hosting', 'number', '$1.5M'],
  ['Saved $150 on hosting', 'Saved $1500 on hosting', 'number', '$150'],
  ['Cut costs to 25%', 'Cut costs by 25%', 'number', '25%'],
  ['Raised margin by 5 percentage points', 'Raised margin by 5%', 'number', '5 percentage points'],
  ['Served 12 customers', 'Led 12 engineers', 'number', '12'],
  ['Served 100 customers', 'Served up to 100 customers', 'number', '100'],
  ['Served 100 customers', 'Served nearly 100 customers', 'number', '100'],
  ['Served over 100 customers', 'Served 100 customers', 'number', '100'],
  ['Served 1.2k users', 'Served 1,234 users', 'number', '1.2k'],
  ['Five years of Python', 'Two years of Python', 'number', 'Five years'],
  ['Saved $5k a month', 'Saved $5k a year', 'number', '$5k'],
  ['Doubled revenue', 'Grew revenue', 'number', 'Doubled'],
  ['Halved the costs', 'Cut the costs', 'number', 'Halved'],
  ['Cut the costs in half', 'Cut the costs', 'number', 'in half'],
  ['Thousands of users', 'Some users', 'number', 'Thousands'],
  ['Raised revenue by 30%', 'Cut the error rate by 30%', 'number', '30%'],
  ['2000 users', 'since 2000', 'number', '2000'],
  ['A dozen launches', 'Several launches', 'number', 'A dozen'],
  ['Handled 10 TB of data', 'Handled 10 GB of data', 'number', '10 TB'],
  ['Twenty-five people', 'Twenty people, five projects', 'number', 'Twenty-five'],
  ['Worked since March 2020', 'Worked since 2020', 'date', 'March 2020'],
  ['Worked since March 2020', 'Worked since May 2020, until March 2021', 'date', 'March 2020'],
  ['Worked in 2019', 'Worked 2020 – 2021', 'date', '2019'],
  ['Worked from 2020 to present', '2020 – 2021', 'date', 'present'],
  ['Worked in 2019/20', 'Worked in 2019', 'date', '20'],
  ['Worked at Google', 'Worked at Acme', 'employer', 'Google'],
  ['Worked for Acme Labs Inc', 'Acme', 'employer', 'Acme Labs Inc'],
  ['Led Google Cloud work', 'Led cloud work', 'skill', 'Google Cloud'],
  ['Led Zanzibar Cloudworks work', 'Led work', 'name', 'Zanzibar Cloudworks'],
  ["Google's engineers praised it", 'Engineers praised it', 'name', "Google's"],
  ['With John Smith', 'John Miller and Anna Smith', 'name', 'John Smith'],
  ['Worked as Senior Engineer', 'Engineer, Acme', 'title', 'Senior Engineer'],
  ['As engineering director', 'Engineering manager', 'title', 'director'],
  ['Head of Design', 'Designer of the head office', 'title', 'Head of Design'],
  ['Acted as CTO', 'Led technology', 'title', 'CTO'],
  ['Acted as tech lead', 'I lead tech work', 'title', 'tech lead'],
  ['Holds an MSc', 'Holds a BSc', 'certification', 'MSc'],
  ['Holds a BA', 'Holds a BSc', 'certification', 'BA'],
  ['Holds a PhD', 'Studied physics', 'certification', 'PhD'],
  ['Certified in scrum', 'Worked by scrum; first aid certificate of 2020', 'certification', 'Certified'],
  ['Write to me at other@example.com', 'anna@example.com', 'name', 'other@example.com'],
  ['Built with Kubernetes', 'Built with containers', 'skill', 'Kubernetes'],
  ['Wrote C++ for engines', 'Wrote C for engines', 'skill', 'C++'],
  ['Wrote scripts in JavaScript', 'Wrote Java for scripts', 'skill', 'JavaScript'],
  ['Stored in S3', 'Stored in the cloud', 'skill', 'S3'],
  ['نمو في جوجل', 'نمو في', 'name', 'جوجل'],
];

describe('what a source holds', () => {
  it.each(supported)('«%s» by «%s»', (text, source) => {
    expect(reported(text, source)).toEqual([]);
  });
});

describe('what no source holds', () => {
  it.each(unsupported)('«%s» by «%s»', (text, source, kind, as) => {
    expect(unsupportedClaims(text, [source])).toContainEqual(expect.objectContaining({ kind, text: as }));
  });

  it('has the place of every claim in the text', () => {
    const text = 'Joined Initech in 2019 – grew it by 30\u202f%.';
    for (const claim of unsupportedClaims(text, [])) {
      expect(text.slice(claim.span.start, claim.span.end)).toBe(claim.text);
    }
    expect(reported(text)).toEqual(['employer: Initech', 'date: 2019', 'number: 30\u202f%']);
  });

  it('reports everything where there is no source, and nothing of an empty text', () => {
    expect(reported('12 people')).toEqual(['number: 12']);
    expect(reported('', 'anything')).toEqual([]);
  });
});

describe('years of experience', () => {
  const source: EvidenceSource = { text: 'Engineer, Acme', experienceMonths: 75 };

  it.each(['5+ years of experience', '6 years of professional experience', 'over six years of experience'])(
    'knows «%s» by the dates of the work',
    (text) => expect(reported(text, source)).toEqual([]),
  );

  it.each([
    '7+ years of experience',
    '5 years of experience',
    '6 years of experience in cheese, wine and bread',
  ])('does not take «%s» for known', (text) => expect(reported(text, source)).toHaveLength(1));
});

const words = fc.constantFrom(
  'Led',
  'team',
  'of',
  '12',
  'engineers',
  'at',
  'Acme',
  'GmbH',
  '25%',
  '$1.5M',
  'Mar',
  '2020',
  '–',
  'Present',
  'twelve',
  'hundred',
  'Senior',
  'Engineer',
  'Python',
  'C++',
  'BSc',
  'and',
  'the',
  '.',
  ',',
  '\n',
  '(',
  ')',
  'over',
  'million',
  'S3',
  '10k',
  'Łódź',
  'عمر',
  'doubled',
  '|',
  ';',
  'certified',
  'a quarter of',
  'Sr.',
  'decade',
  '2019/20',
);
const anyText = fc.oneof(
  fc.array(words, { maxLength: 25 }).map((list) => list.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
);

describe('whatever the text', () => {
  it('knows the part of a word that a figure leaves', () => {
    expect(reported('0੦一', '0੦一')).toEqual([]);
  });

  it('is supported by itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(reported(text, text)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('is supported by itself among other sources', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        expect(reported(text, other, text)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('does not hide a made-up figure', () => {
    const figure = fc
      .tuple(
        fc.integer({ min: 3_001, max: 9_999_999 }),
        fc.constantFrom('%', ' users', ' euros', ' projects', ''),
      )
      .map(([number, unit]) => [number, `${number}${unit}`] as const);
    fc.assert(
      fc.property(anyText, figure, (text, [number, as]) => {
        fc.pre(!text.includes(String(number)));
        expect(reported(`${text}\nReached ${as} there`, text)).toContainEqual(
          expect.stringMatching(new RegExp(`number: ${number}`)),
        );
      }),
      { numRuns: 400 },
    );
  });
});
