/** Fills a table row by row, each row's columns in the same order. */
export interface Columns {
  /** The next value of the row that is being filled; after the last one the next row begins. */
  put(name: string, value: number): void;
  /** Ends a row. */
  end(): void;
  finish(): { names: readonly string[]; rows: Float64Array[] };
}

/**
 * Tables of plain numbers, each in one piece of memory: an object a message with a hundred keys takes longer to make than
 * its features to compute. All tables have the same columns, which the first row of the first one names; `names` is the same
 * array for all, so that weights are brought into its order once. `count`: how many rows a table will have.
 */
export function tableOf(): (count: number) => Columns {
  const names: string[] = [];
  const first: number[] = [];
  let isNamed = false;
  return (count) => {
    let all = new Float64Array(isNamed ? count * names.length : 0);
    let at = 0;
    return {
      put(name, value) {
        if (isNamed) all[at++] = value;
        else {
          names.push(name);
          first.push(value);
        }
      },
      end() {
        if (isNamed) return;
        isNamed = true;
        all = new Float64Array(count * names.length);
        all.set(first);
        at = first.length;
      },
      finish() {
        const width = names.length;
        const rows = Array.from({ length: count }, (_, row) => all.subarray(row * width, (row + 1) * width));
        return { names: isNamed ? names : [], rows };
      },
    };
  };
}
