import { describe, expect, it } from 'vitest';
import { dateRange, displayDate } from './display-dates.ts';
import { resumeHeader, resumeSections, resumeText } from './index.ts';

describe('a resume as text', () => {
  it('has its sections in the usual order, each entry with its dates below', () => {
    const text = resumeText({
      basics: {
        name: 'Anna Kowalska',
        email: 'anna@example.com',
        location: {
          address: '1 Main St\nApt 2',
          city: 'Boston',
          region: 'MA',
          postalCode: '02108',
          countryCode: 'US',
        },
        summary: 'One.\n\nTwo.',
      },
      skills: [{ name: 'Cloud', level: 'Expert', keywords: ['AWS', 'GCP'] }, { name: 'Go' }],
      work: [
        {
          name: 'Acme',
          position: 'Engineer',
          startDate: '2020-03',
          location: 'Boston',
          highlights: ['Built it'],
        },
      ],
      certificates: [{ name: 'CKA', issuer: 'CNCF', date: '2022-06-05' }],
      publications: [{ name: 'Small, and Fast', publisher: 'ACM' }],
    });
    expect(text).toBe(
      [
        'Anna Kowalska',
        'anna@example.com · 1 Main St, Apt 2, Boston, MA 02108, United States',
        '',
        'Summary\nOne.\nTwo.',
        '',
        'Experience\nEngineer – Acme\nMar 2020 – Present · Boston\n• Built it',
        '',
        'Skills\nCloud (Expert): AWS, GCP\nGo',
        '',
        'Certificates\nCKA · CNCF · 5 Jun 2022',
        '',
        'Publications\n“Small, and Fast” · ACM',
        '',
      ].join('\n'),
    );
  });

  it('is empty where the resume is, and leaves out entries without words', () => {
    expect(resumeText({})).toBe('');
    expect(resumeSections({ work: [{}], skills: [{ name: ' ' }], basics: { summary: ' \n ' } })).toEqual([]);
    expect(resumeHeader({})).toEqual({ name: null, label: null, contacts: [] });
  });

  it('keeps a position and a company apart that have dashes of their own', () => {
    const [section] = resumeSections({ work: [{ position: 'Lead – Payments', name: 'Acme' }] });
    expect(section!.entries[0]!.heading).toBe('Lead – Payments | Acme');
  });

  it.each([
    ['2020', '2021-12', '2020 – Dec 2021'],
    ['2020-01-31', undefined, '31 Jan 2020 – Present'],
    [undefined, '2021', '2021'],
    [undefined, undefined, undefined],
    ['about 2020', '2020-13', 'about 2020 – 2020-13'],
  ])('says %s to %s as «%s»', (start, end, text) => {
    expect(dateRange(start, end)).toBe(text);
  });

  it('does not make a date of what is none', () => {
    expect(displayDate('')).toBeUndefined();
    expect(displayDate('soon')).toBe('soon');
  });
});
