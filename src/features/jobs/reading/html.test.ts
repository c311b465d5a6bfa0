import { describe, expect, test } from 'vitest';
import { readHtml } from './html.ts';
import { htmlToText } from './html-text.ts';

const script = (json: string) => `<script type="application/ld+json">${json}</script>`;
const read = (html: string, url: string | null = null) => readHtml(html, url).draft;
const codes = (html: string) => read(html).warnings.map(({ code }) => code);

describe('a JobPosting in JSON-LD', () => {
  test('is found in a graph, in lists and inside other things, with an employer that it points at', () => {
    const graph = {
      '@graph': [
        { '@type': 'Organization', '@id': '#acme', name: 'Acme &amp; Sons' },
        {
          '@type': 'WebPage',
          mainEntity: [
            { '@type': ['Thing', 'JobPosting'], title: 'Cook', hiringOrganization: { '@id': '#acme' } },
          ],
        },
      ],
    };
    expect(read(script(JSON.stringify(graph)))).toMatchObject({
      title: 'Cook',
      company_name: 'Acme & Sons',
      via: 'json-ld',
    });
  });

  test('is mended where it is nearly JSON, and passed over with a warning where it is not', () => {
    const nearly = script('<!--\n{"@type":"JobPosting","title":"Cook","description":"line\none",}\n//-->');
    expect(read(nearly).title).toBe('Cook');
    expect(codes(nearly)).toContain('json_ld_repaired');
    const cdata = script('//<![CDATA[\n{"@type":"JobPosting","title":"Baker"}\n//]]>');
    expect(read(cdata)).toMatchObject({ title: 'Baker', warnings: [] });
    const broken = script('{"@type":"JobPosting", title}') + script('{"@type":"JobPosting","title":"Chef"}');
    expect(read(broken).title).toBe('Chef');
    expect(codes(broken)).toContain('json_ld_invalid');
  });

  test.each<[string, object, object]>([
    [
      'a number',
      { baseSalary: 90000, salaryCurrency: 'USD' },
      { min: 90000, max: 90000, currency: 'USD', period: null },
    ],
    [
      'texts',
      {
        baseSalary: {
          currency: 'EUR',
          value: { minValue: '50.000', maxValue: '60.000,00', unitText: 'Jahr' },
        },
      },
      { min: 50000, max: 60000, period: 'year' },
    ],
    [
      'an hour',
      { baseSalary: { currency: '£', value: { value: 12.5, unitText: 'HOUR' } } },
      { min: 13, max: 13, currency: 'GBP', period: 'hour' },
    ],
    [
      'one end',
      { baseSalary: { currency: 'USD', value: { minValue: 0, maxValue: 70000, unitText: 'YEAR' } } },
      { min: null, max: 70000 },
    ],
    [
      'words',
      { baseSalary: '$80k - $90k a year' },
      { min: 80000, max: 90000, currency: 'USD', period: 'year' },
    ],
  ])('tells its salary in %s', (_how, posting, salary) => {
    expect(
      read(script(JSON.stringify({ '@type': 'JobPosting', title: 'Cook', ...posting }))).salary,
    ).toMatchObject(salary);
  });

  test('may be remote, within countries', () => {
    const posting = {
      '@type': 'JobPosting',
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: [{ '@type': 'Country', name: 'Spain' }, { name: 'Italy' }],
      employmentType: 'FULL_TIME, CONTRACTOR',
    };
    expect(read(script(JSON.stringify(posting)))).toMatchObject({
      remote: true,
      location: 'Remote (Spain, Italy)',
      job_types: ['full-time', 'contract'],
    });
  });

  test('is the page’s own where there are several', () => {
    const posting = (title: string, url: string) => ({ '@type': 'JobPosting', title, url });
    const html = script(JSON.stringify([posting('Cook', 'https://a.b/1'), posting('Chef', 'https://a.b/2')]));
    expect(read(html, 'https://a.b/2').title).toBe('Chef');
    expect(read(`${html}<h1>Chef</h1>`).title).toBe('Chef');
    expect(codes(html)).toContain('several_postings');
  });
});

test('microdata is read the same way', () => {
  const html = `<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Cook</h1>
    <span itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization"><b itemprop="name">Bistro</b></span>
    <div itemprop="description"><p>Cook well.</p></div><meta itemprop="datePosted" content="2026-03-01"></div>`;
  expect(read(html)).toMatchObject({
    title: 'Cook',
    company_name: 'Bistro',
    description: expect.stringContaining('Cook well.'),
    published_at: '2026-03-01T00:00:00.000Z',
    via: 'microdata',
  });
});

describe('text of HTML', () => {
  test.each([
    ['<p>a<br>b</p><ul><li>c</li><li><p>d</p><ul><li>e</li></ul></li></ul>', 'a\nb\n\n- c\n- d\n  - e'],
    ['&lt;p&gt;Fish &amp;amp; chips&lt;/p&gt;', 'Fish & chips'],
    ['1 &lt; 2\n• two', '1 < 2\n- two'],
    ['<p>a</p><script>x()</script><style>p{}</style><p hidden>no</p><p style="display: none">no</p>', 'a'],
    ['<img src=x onerror=alert(1)>plain', 'plain'],
  ])('%s', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });
});
