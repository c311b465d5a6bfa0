/**
 * «J O H N   D O E» as «JOHN DOE»: single letters set apart for looks. Wider gaps (two spaces or a tab) are between words.
 * Four letters at least, so that «A B C» and «Plan B» stay.
 */
export function closeSpacedLetters(line: string): string {
  return line.replace(/(?<![\p{L}\p{N}])\p{L}(?:(?: |[ \t]{2,})\p{L}(?![\p{L}\p{N}])){3,}/gu, (letters) =>
    letters
      .split(/\t|\s{2,}/)
      .map((word) => word.replaceAll(' ', ''))
      .join(' '),
  );
}
