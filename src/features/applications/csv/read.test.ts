import { describe, expect, test } from 'vitest';
import { AppError } from '../../../kernel/errors.ts';
import { readColumns } from './columns.ts';
import { fileLimits, readTable } from './read.ts';

describe('readTable', () => {
  test.each([',', ';', '\t', '|'])('finds the delimiter %j', async (delimiter) => {
    const text = [
      ['Company', 'Role', 'Notes'],
      ['Acme', 'Cook', '"a, b; c | d"'],
    ];
    const table = await readTable(text.map((row) => row.join(delimiter)).join('\n'));
    expect(table).toMatchObject({ delimiter, headers: ['Company', 'Role', 'Notes'] });
    expect(table.rows).toEqual([{ line: 2, cells: ['Acme', 'Cook', 'a, b; c | d'] }]);
  });

  test.each(['\n', '\r\n'])('tells the line of each row, with line breaks %j', async (end) => {
    const lines = ['\uFEFFCompany,Notes', '"A","one', 'two"', '', ' , ', 'B,x', '"C","y"'];
    const table = await readTable(lines.join(end));
    expect(table.headers).toEqual(['Company', 'Notes']);
    expect(table.rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [2, 'A'],
      [6, 'B'],
      [7, 'C'],
    ]);
  });

  test('broken quoting is reported with its line', async () => {
    const { faults } = await readTable('Company,Title\nA,b\n"C,d\n');
    expect(faults).toEqual([{ line: 3, message: expect.stringContaining('unterminated') }]);
  });

  test('too much of anything is refused', async () => {
    const csv = `Company,Title\n${'Acme,Cook\n'.repeat(100_000)}`;
    await expect(readTable(csv)).rejects.toThrow(/at most 5,000 rows/);
    await expect(
      readTable(`Company,Title\n${'\n'.repeat(3_000_000)}${'Acme,Cook\n'.repeat(6_000)}`),
    ).rejects.toThrow(AppError);
    expect((await readTable(`Company,Title\n${'Acme,Cook\n'.repeat(fileLimits.rows)}`)).rows).toHaveLength(
      fileLimits.rows,
    );
    await expect(readTable('Company,'.repeat(300))).rejects.toThrow(/columns/);
    await expect(readTable('x'.repeat(fileLimits.characters + 1))).rejects.toThrow(/characters/);
    await expect(readTable(' \n')).rejects.toThrow(/empty/);
  });
});

describe('readColumns', () => {
  const fieldsOf = (headers: string[], mapping = {}) =>
    readColumns(headers, mapping).map(({ field }) => field);

  test('knows the usual names', () => {
    expect(fieldsOf(['Employer', 'Job Title', 'Date applied', 'Link', 'Labels', 'Pay', 'Color'])).toEqual([
      'company',
      'title',
      'applied_at',
      'url',
      'tags',
      'salary',
      null,
    ]);
    expect(
      fieldsOf(['ORGANISATION', 'Position', 'Applied on', 'Current_status', 'Found via', 'Comments']),
    ).toEqual(['company', 'title', 'applied_at', 'stage', 'source', 'notes']);
  });

  test('of two for the same thing takes the plainer name', () => {
    expect(fieldsOf(['Outcome', 'Status', 'Job', 'Company', 'Role'])).toEqual([
      null,
      'stage',
      null,
      'company',
      'title',
    ]);
  });

  test('a mapping goes before names', () => {
    expect(fieldsOf(['Company', 'Where', 'Role', 'Status'], { where: 'company', Status: null })).toEqual([
      null,
      'company',
      'title',
      null,
    ]);
  });
});
