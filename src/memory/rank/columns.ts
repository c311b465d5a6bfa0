/** Fills a table row by row, each row's columns in the same order; the first row names them. */
export interface Columns {
  /** Starts a row; what is put from now on goes there. */
  begin(): void;
  put(name: string, value: number): void;
  finish(): { names: readonly string[]; rows: Float64Array[] };
}

/**
 * Rows of plain numbers, all in one piece of memory: an object a message with a hundred keys takes longer to make than
 * its features to compute. `count`: how many rows there will be.
 */
export function columns(count: number): Columns {
  const names: string[] = [];
  const first: number[] = [];
  const rows: Float64Array[] = [];
  let all: Float64Array | undefined;
  let at = 0;
  const endOfFirst = () => {
    if (all || names.length === 0) return;
    all = new Float64Array(count * names.length);
    all.set(first);
    at = first.length;
  };
  return {
    begin: endOfFirst,
    put(name, value) {
      if (all) all[at++] = value;
      else {
        names.push(name);
        first.push(value);
      }
    },
    finish() {
      endOfFirst();
      const width = names.length;
      for (let end = width; all && end <= at; end += width) rows.push(all.subarray(end - width, end));
      return { names, rows };
    },
  };
}
