import { describe, expect, test } from 'vitest';
import { precision, recall, sameValue, scoreResume, totalOf } from './cv-score.ts';

describe('scoreResume', () => {
  test('counts by hand: two right, one read wrongly, one not read', () => {
    const expected = { basics: { name: 'Ana Ruiz', email: 'ana@example.org', label: 'Nurse', phone: '1' } };
    const read = { basics: { name: 'ANA  RUIZ', email: 'ana@example.org', label: 'Ward 3' } };
    const { tallies, differences } = scoreResume(expected, read);
    expect(totalOf(tallies)).toEqual({ right: 2, wrong: 1, missing: 2 });
    expect(differences).toEqual([
      { kind: 'basics.label', expected: 'Nurse', read: 'Ward 3' },
      { kind: 'basics.phone', expected: '1', read: undefined },
    ]);
  });

  test('entries are compared with the one they have most in common with, whatever their order', () => {
    const acme = { name: 'Acme', position: 'Cook', startDate: '2019' };
    const bistro = { name: 'Bistro', position: 'Cook', startDate: '2021' };
    const { tallies } = scoreResume({ work: [acme, bistro] }, { work: [bistro, acme] });
    expect(totalOf(tallies)).toEqual({ right: 6, wrong: 0, missing: 0 });
  });

  test('an invented entry is wrong, an unread one missing', () => {
    const { tallies } = scoreResume({ awards: [{ title: 'Best' }] }, { work: [{ name: 'Acme' }] });
    expect(Object.fromEntries(tallies)).toEqual({
      'awards.title': { right: 0, wrong: 0, missing: 1 },
      'work.name': { right: 0, wrong: 1, missing: 0 },
    });
  });

  test('skills count one by one, in a category or alone', () => {
    const expected = { skills: [{ name: 'Tools', keywords: ['Git', 'Helm'] }] };
    const { tallies } = scoreResume(expected, { skills: [{ name: 'Git' }, { name: 'Helm' }] });
    expect(tallies.get('skills.item')).toEqual({ right: 2, wrong: 0, missing: 0 });
    expect(tallies.get('skills.category')).toEqual({ right: 0, wrong: 0, missing: 1 });
  });
});

test('a label with an ellipsis gives beginning and end', () => {
  expect(sameValue('Led a team … by 4%', 'Led a team of six, cutting costs by 4%')).toBe(true);
  expect(sameValue('Led a team … by 4%', 'Led a team of six')).toBe(false);
  expect(sameValue('Led a team', 'Led a team of six')).toBe(false);
});

test('precision and recall', () => {
  const tally = { right: 6, wrong: 2, missing: 4 };
  expect([precision(tally), recall(tally)]).toEqual([0.75, 0.6]);
  expect([precision({ right: 0, wrong: 0, missing: 1 }), recall({ right: 0, wrong: 1, missing: 0 })]).toEqual(
    [null, null],
  );
});
