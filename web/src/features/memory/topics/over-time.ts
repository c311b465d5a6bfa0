import type { Bucket } from './queries.ts';

interface Counted {
  label: string;
  buckets: readonly { start: string; count: number }[];
}

/** One row a bucket, from the first with a message to the last, with a column for each topic; empty ones too. */
export function overTime(topics: readonly Counted[], bucket: Bucket): Record<string, string | number>[] {
  const starts = topics.flatMap(({ buckets }) => buckets.map(({ start }) => start)).sort();
  const [first, last] = [starts[0], starts.at(-1)];
  if (!first || !last) return [];
  const rows: Record<string, string | number>[] = [];
  for (let at = new Date(first); at <= new Date(last); at = next(at, bucket)) {
    const row: Record<string, string | number> = { start: at.toISOString() };
    for (const { label, buckets } of topics) {
      row[label] = buckets.find(({ start }) => new Date(start).getTime() === at.getTime())?.count ?? 0;
    }
    rows.push(row);
  }
  return rows;
}

function next(at: Date, bucket: Bucket): Date {
  const after = new Date(at);
  if (bucket === 'week') after.setUTCDate(after.getUTCDate() + 7);
  else after.setUTCMonth(after.getUTCMonth() + 1);
  return after;
}
