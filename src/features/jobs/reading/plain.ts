/** Characters that take no room: they break words for whoever searches, and can hide words from whoever reads. */
const invisible =
  /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\u{e0001}|[\u{e0020}-\u{e007f}]/gu;
const control = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
const bullet = /^(\s*)(?:[•●○◦▪▫■□‣⁃∙·*–—➢➤►✓✔✅▸▶]|\uf0b7|o(?=\s{2,}))\s+/u;

/**
 * Text as it is stored: NFC, lines ending in \n, no invisible or control characters, `- ` for every kind of bullet, at
 * most one empty line in a row.
 */
export function tidyText(text: string): string {
  const lines = text
    .normalize('NFC')
    .replaceAll(/\r\n?|\u2028|\u2029|\f|\v/g, '\n')
    .replaceAll(invisible, '')
    .replaceAll(control, ' ')
    .split('\n')
    .map((line) =>
      line
        .replaceAll(/[\t\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
        .replace(bullet, '$1- ')
        .trimEnd(),
    );
  return (
    lines
      .join('\n')
      // Long runs of spaces say nothing, and patterns that look past white space go through them again and again.
      .replaceAll(/ {9,}/g, '        ')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim()
  );
}

/** One line of text, shortened to what a column holds. */
export function oneLine(text: string, max = 255): string {
  const line = tidyText(text).replaceAll(/\s+/g, ' ').trim();
  return line.length <= max ? line : `${[...line.slice(0, max - 1)].filter(isWhole).join('').trimEnd()}…`;
}

/** False for half of a surrogate pair. */
function isWhole(character: string): boolean {
  return character.isWellFormed();
}

/** How many characters of a text nobody sees; a handful is usual (soft hyphens, marks of direction). */
export function countInvisible(text: string): number {
  return text.match(invisible)?.length ?? 0;
}
