/** A line or a field takes as long as so many characters. */
const ofEach = 30;

/** Whether all texts in a value (plain data) weigh more than `limit`: characters, and 30 more for each line and field. */
export function isHeavy(value: unknown, limit: number): boolean {
  let left = limit;
  const open = [value];
  while (left >= 0 && open.length > 0) {
    const one = open.pop();
    if (typeof one === 'string') left -= ofEach + one.length + ofEach * lineEnds(one, left);
    else if (Array.isArray(one)) for (const item of one) open.push(item);
    else if (typeof one === 'object' && one !== null) for (const item of Object.values(one)) open.push(item);
  }
  return left < 0;
}

/** Counted as far as they matter. */
function lineEnds(text: string, limit: number): number {
  if (text.length > limit) return 0;
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
