import type { Row } from './rows.ts';

/** The share of a page at its top and its bottom where headers and footers stand. */
const margin = 0.1;
const pageNumber = /^\W*(?:page|seite|p\.)?\s*\d{1,3}\s*(?:(?:of|von|\/|\|)\s*\d{1,3})?\W*$/i;

/**
 * Takes out the lines that stand in the same place of several pages (all but the first time: it may be the name) and page
 * numbers. Numbers in a line may differ.
 */
export function withoutRepeated(pages: { rows: Row[]; height: number }[]): {
  pages: Row[][];
  found: boolean;
} {
  let found = false;
  const seen = new Set<string>();
  const places = new Map<string, number>();
  for (const { rows, height } of pages)
    for (const key of new Set(rows.filter((row) => isMarginal(row, height)).map(keyOf)))
      places.set(key, (places.get(key) ?? 0) + 1);
  const kept = pages.map(({ rows, height }) =>
    rows.filter((row) => {
      if (!isMarginal(row, height)) return true;
      const key = keyOf(row);
      const isNumber = pageNumber.test(textOf(row));
      const isAgain = (places.get(key) ?? 0) > 1;
      if (!isNumber && !isAgain) return true;
      if (isNumber && !isAgain && pages.length === 1 && !/\D/.test(textOf(row).trim())) return true;
      found = true;
      const isFirst = !seen.has(key);
      seen.add(key);
      return isFirst && !isNumber;
    }),
  );
  return { pages: kept, found };
}

const isMarginal = ({ y }: Row, height: number) => y < height * margin || y > height * (1 - margin);
const textOf = (row: Row) => row.fragments.map(({ text }) => text).join(' ');
const keyOf = (row: Row) =>
  `${Math.round(row.y / 4)} ${textOf(row).replaceAll(/\d+/g, '#').replaceAll(/\s+/g, ' ')}`;
