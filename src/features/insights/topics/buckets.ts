export type Bucket = 'week' | 'month';

const dayMs = 86_400_000;

/** The first day (UTC) of the week (Monday) or month that an instant is in: `2026-03-02`. */
export function bucketOf(at: string, bucket: Bucket): string {
  const date = new Date(at);
  if (bucket === 'month') return `${at.slice(0, 7)}-01`;
  const sinceMonday = (date.getUTCDay() + 6) % 7;
  return new Date(date.getTime() - sinceMonday * dayMs).toISOString().slice(0, 10);
}

export interface Counted {
  start: string;
  count: number;
}

/** How many fall into each bucket, in the order of time; buckets without any are left out. */
export function countByBucket(times: readonly string[], bucket: Bucket): Counted[] {
  const counts = new Map<string, number>();
  for (const at of times) {
    const start = bucketOf(at, bucket);
    counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  return [...counts]
    .map(([start, count]) => ({ start, count }))
    .sort((a, b) => a.start.localeCompare(b.start));
}
