/** One line that is written over, where somebody watches; an empty one ends it. */
export function progress(line: string): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r\x1b[2K${line}`);
}
