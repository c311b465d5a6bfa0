import { describe, expect, it } from 'vitest';
import type { Application } from '../../../api/schema.d.ts';
import { filtered, nextSort, sorted, sortOf, sortText } from './rows.ts';

let day = 0;
function application(title: string, parts: Partial<Application> = {}): Application {
  day += 1;
  return {
    id: title,
    stage: 'saved',
    job: { id: title, title, company: `Company ${day}`, url: null, location: null, salary: null },
    notes: null,
    next_step: null,
    remind_at: null,
    source: null,
    tags: [],
    contacts: [],
    timeline: [],
    created_at: `2026-03-0${day}T00:00:00.000Z`,
    ...parts,
  } as unknown as Application;
}

const titles = (rows: Application[]) => rows.map(({ job }) => job.title);
const all = [
  application('Nurse', { stage: 'rejected', notes: 'Café by the sea' }),
  application('Baker 10', { next_step: 'call', tags: ['bread'] }),
  application('Baker 9', { stage: 'interview', remind_at: '2026-05-01T00:00:00.000Z' }),
];

describe('the table of applications', () => {
  it('sorts by each column, what has no value last', () => {
    expect(titles(sorted(all, sortOf(undefined)))).toEqual(['Baker 9', 'Baker 10', 'Nurse']);
    expect(titles(sorted(all, sortOf('title')))).toEqual(['Baker 9', 'Baker 10', 'Nurse']);
    expect(titles(sorted(all, sortOf('stage')))).toEqual(['Baker 10', 'Baker 9', 'Nurse']);
    for (const text of ['remind_at', '-remind_at'])
      expect(titles(sorted(all, sortOf(text)))[0]).toBe('Baker 9');
    expect(titles(sorted(all, sortOf('-company')))).toEqual(['Baker 9', 'Baker 10', 'Nurse']);
  });

  it('turns around at a second press, and says so in the address', () => {
    const sort = nextSort(sortOf('title'), 'title');
    expect(sortText(sort)).toBe('-title');
    expect(sortText(nextSort(sort, 'since'))).toBe('-since');
    expect(sortOf('-nonsense')).toEqual({ column: 'since', isDescending: true });
  });

  it('filters by words, without accents and case, and by stage', () => {
    expect(titles(filtered(all, { words: 'CAFE sea', stage: null }))).toEqual(['Nurse']);
    expect(titles(filtered(all, { words: 'baker', stage: 'open' }))).toEqual(['Baker 10', 'Baker 9']);
    expect(titles(filtered(all, { words: '', stage: 'closed' }))).toEqual(['Nurse']);
    expect(titles(filtered(all, { words: 'bread', stage: 'interview' }))).toEqual([]);
  });
});
