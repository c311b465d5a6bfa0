import { expect, test } from 'vitest';
import { emptyDraft, type PostingDraft } from './draft.ts';
import { readText } from './text.ts';

function read(text: string): PostingDraft {
  const draft = emptyDraft('text');
  readText(draft, text, { hasHeader: true });
  return draft;
}

test.each<[string, string, Partial<PostingDraft>]>([
  [
    'a page that was copied',
    'Site Reliability Engineer, Storage\nHooli\nDublin, Ireland\n3 days ago · Over 200 applicants\nEasy Apply\nSave\nAbout the job\nHooli is big.',
    {
      title: 'Site Reliability Engineer, Storage',
      company_name: 'Hooli',
      location: 'Dublin, Ireland',
      salary: null,
    },
  ],
  [
    'labels',
    'Job Title: Staff Nurse\nEmployer: Hilltop Hospital\nLocation: Leeds, UK\nSalary: £28,407 - £34,581 a year\nClosing date: 30 November 2026\nContract: Permanent, Part-time',
    {
      title: 'Staff Nurse',
      company_name: 'Hilltop Hospital',
      location: 'Leeds, UK',
      job_types: ['permanent', 'part-time'],
      expires_at: '2026-11-30T23:59:59.999Z',
    },
  ],
  [
    'German',
    'Softwareentwickler (m/w/d) Java\nMuster GmbH\n80331 München, Deutschland\nVollzeit\nIhre Aufgaben\n- Entwicklung',
    {
      title: 'Softwareentwickler (m/w/d) Java',
      company_name: 'Muster GmbH',
      location: '80331 München, Deutschland',
      job_types: ['full-time'],
    },
  ],
  [
    'the employer first',
    'Vandelay Imports\nProduct Designer\nMunich, Germany · Hybrid\n\nAbout us\nWe import.',
    {
      title: 'Product Designer',
      company_name: 'Vandelay Imports',
      location: 'Munich, Germany',
      remote: false,
    },
  ],
  [
    'one phrase',
    'Data Analyst at Globex Corporation\nLondon, UK (Remote)\n\nNumbers.',
    { title: 'Data Analyst', company_name: 'Globex Corporation', location: 'London, UK', remote: true },
  ],
  [
    'sentences',
    'Acme is looking for a Junior Web Developer to join our team in Porto. We work with remote teams and on contract law.',
    { title: 'Junior Web Developer', company_name: 'Acme', remote: null, job_types: [] },
  ],
  [
    'little',
    'We are seeking a Machine Learning Engineer to join our AI platform team. You will own the\nsystems.',
    { title: 'Machine Learning Engineer', company_name: null, location: null, remote: null },
  ],
  [
    'nothing of the kind',
    'Dear diary, today it rained.\nTomorrow it may not.',
    { title: null, company_name: null, location: null },
  ],
])('of %s', (_what, text, expected) => {
  expect(read(text)).toMatchObject(expected);
});
