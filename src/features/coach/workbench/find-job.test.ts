import { describe, expect, it } from 'vitest';
import { named, readWords } from './find-job.ts';

const jobs = [
  { title: 'Senior Back-End Engineer', company: 'Stripe', location: 'Dublin' },
  { title: 'Frontend Engineer', company: 'Stripe', location: 'Berlin' },
  { title: 'Data Analyst', company: 'Café Noir', location: null },
  { title: 'Platform Engineer', company: 'Northwind', location: 'Berlin' },
  { title: null, company: null, location: null },
];
const find = (text: string) =>
  named(jobs, readWords(text), (job) => job).map(({ company, title }) => `${company}: ${title}`);

describe('named', () => {
  it.each([
    ['stripe backend', ['Stripe: Senior Back-End Engineer']],
    ['the frontend job at Stripe', ['Stripe: Frontend Engineer']],
    ['stripe', ['Stripe: Senior Back-End Engineer', 'Stripe: Frontend Engineer']],
    ['Stripe in Berlin', ['Stripe: Frontend Engineer']],
    ['cafe noir', ['Café Noir: Data Analyst']],
    ['platform engineering', ['Northwind: Platform Engineer']],
    ["Northwind's role", ['Northwind: Platform Engineer']],
    ['the data analytics posting of Café Noir', ['Café Noir: Data Analyst']],
    ['google backend', []],
    ['the second stripe job', ['Stripe: Senior Back-End Engineer']],
    ['the last stripe job', ['Stripe: Senior Back-End Engineer']],
    ['the first stripe job', ['Stripe: Frontend Engineer']],
    ['the fifth stripe job', []],
  ])('%s', (text, found) => {
    expect(find(text)).toEqual(found);
  });

  it('is all of them where nothing was named', () => {
    expect(find('the job')).toHaveLength(jobs.length);
  });
});
