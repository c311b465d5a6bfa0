/** Fills a table row by row, each row's columns in the same order; the first row names them. */
export interface Columns {
  /** Starts a row; what is put from now on goes there. */
  begin(): void;
  put(name: string, value: number): void;
  finish(): { names: readonly string[]; rows: Float64Array[] };
}

/** Rows of plain numbers: an object a message with a hundred keys takes longer to make than its features to compute. */
export function columns(): Columns {
  const names: string[] = [];
  const rows: Float64Array[] = [];
  const first: number[] = [];
  let row: Float64Array | undefined;
  let at = 0;
  const end = () => {
    if (row) rows.push(row);
    else if (names.length > 0) rows.push(Float64Array.from(first));
  };
  return {
    begin() {
      end();
      row = names.length > 0 ? new Float64Array(names.length) : undefined;
      at = 0;
    },
    put(name, value) {
      if (row) row[at++] = value;
      else {
        names.push(name);
        first.push(value);
      }
    },
    finish() {
      end();
      return { names, rows };
    },
  };
}
