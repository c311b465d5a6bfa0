import { type Count, measures, type Scores } from './match-pairs.ts';
import { table } from './report.ts';

const share = (part: number, whole: number) => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1));

function row(name: string, { right, found, labelled }: Count): string[] {
  return [name, String(labelled), String(found), String(right), share(right, found), share(right, labelled)];
}

/** Precision and recall over all pairs, counted by skill or by demand, then each pair's number of wrong ones. */
export function renderMatchReport({ pairs, totals }: Scores): string {
  const header = ['measure', 'labelled', 'found', 'right', 'precision', 'recall'];
  const rows = measures.map((measure) => row(measure, totals[measure]!));
  const each = pairs.map(({ id, field, style, counts }) => {
    const { right, found, labelled } = counts['skills of the posting']!;
    return [id, field, style, share(right, found), share(right, labelled)];
  });
  return `${pairs.length} pairs; in per cent. Soft skills and spoken languages are left out.\n\n${table(header, rows)}\n\n${table(['pair', 'field', 'style', 'precision of skills', 'recall of skills'], each)}\n`;
}
