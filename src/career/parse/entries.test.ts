import { describe, expect, test } from 'vitest';
import { bareDocument } from './bare-document.ts';
import { parseCv } from './parse.ts';

const work = (lines: string) =>
  parseCv(bareDocument(`Ann Lee\nann@x.example\n\nEXPERIENCE\n\n${lines}\n`)).resume.work;
const acme = { name: 'Acme Corp', position: 'Senior Engineer', location: 'Leeds', startDate: '2020-01' };

describe('heads of jobs, in the orders people write them', () => {
  test.each([
    ['Senior Engineer at Acme Corp, Leeds (Jan 2020 – Present)'],
    ['Acme Corp — Senior Engineer | Leeds | Jan 2020 - now'],
    ['Senior Engineer, Acme Corp, Leeds | 01/2020 – Present'],
    ['Senior Engineer\nAcme Corp, Leeds\nJanuary 2020 to date'],
    ['Acme Corp, Leeds\nSenior Engineer\nsince Jan 2020'],
    ['Jan 2020 – Current    Senior Engineer, Acme Corp, Leeds'],
    ['Jan 2020 –\nSenior Engineer\nAcme Corp, Leeds'],
    ['Senior Engineer\t\tJan 2020 – Present\nAcme Corp\t\tLeeds'],
    ['**Senior Engineer** · Acme Corp · Leeds · *2020-01 – Present*'],
    ['Company: Acme Corp\nDesignation: Senior Engineer\nLocation: Leeds\nDuration: Jan 2020 to Present'],
  ])('%j', (head) => {
    expect(work(`${head}\n- Did it`)).toEqual([{ ...acme, highlights: ['Did it'] }]);
  });

  test('two jobs with nothing between them are two', () => {
    expect(work('Cook, Bistro Ltd, 2019 – 2020\nWaiter, Café Inc, 2017 – 2019')).toEqual([
      { name: 'Bistro Ltd', position: 'Cook', startDate: '2019', endDate: '2020' },
      { name: 'Café Inc', position: 'Waiter', startDate: '2017', endDate: '2019' },
    ]);
  });

  test('several positions at one employer', () => {
    const text =
      'Acme Corp, Leeds\nLead Engineer    2020 – Present\n- Led\n\nEngineer    2018 – 2020\n- Built';
    expect(work(text)).toEqual([
      {
        name: 'Acme Corp',
        location: 'Leeds',
        position: 'Lead Engineer',
        startDate: '2020',
        highlights: ['Led'],
      },
      {
        name: 'Acme Corp',
        location: 'Leeds',
        position: 'Engineer',
        startDate: '2018',
        endDate: '2020',
        highlights: ['Built'],
      },
    ]);
  });

  test('wrapped list items are joined, and a new one is not', () => {
    const text =
      'Cook, Bistro Ltd, 2019 – 2020\n• Cooked for ninety guests every night of the week and on\n  holidays too\n• Cleaned';
    expect(work(text)![0]!.highlights).toEqual([
      'Cooked for ninety guests every night of the week and on holidays too',
      'Cleaned',
    ]);
  });

  test('no end is made up: «until» has no start, a lone year no end', () => {
    expect(work('Cook, Bistro Ltd, until June 2014')![0]).toEqual({
      name: 'Bistro Ltd',
      position: 'Cook',
      endDate: '2014-06',
    });
    expect(work('Cook, Bistro Ltd, 2014')![0]).toEqual({
      name: 'Bistro Ltd',
      position: 'Cook',
      startDate: '2014',
    });
  });
});
