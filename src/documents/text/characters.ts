/*
 * Characters as programs compare them. Files write one letter in many ways: ligatures, presentation forms, spaces of
 * every width, bullets out of symbol fonts.
 */

/** Bullets of symbol fonts that land in the private use area, and those that text has of its own. */
const privateBullets = /[\uF0B7\uF0A7\uF0D8\uF076\uF0FC\uF0A8\uF06E\uF06C\uF071\uF0E0\uF0B0\uF02D\uF0AE]/g;
const bullets = /^(\s*)[●○▪▫■□◦‣⁃∙⦁◆◇➢➤►▶✓✔❖❑❒✦➔→·•](?=\s|\p{L}|\p{N})\s*/u;

/** One piece of text in the normal form; keeps tabs and line ends. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029\v\f\x85]/g, '\n')
    .replaceAll(/[\uFB00-\uFB06\uFB13-\uFB17\uFB1D-\uFDFF\uFE70-\uFEFC]/g, (found) => found.normalize('NFKC'))
    .replaceAll(privateBullets, '•')
    .replaceAll(/[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replaceAll(/[\u0000-\u0008\u000E-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFC]/g, '')
    .replaceAll(/[\uE000-\uF8FF\uFFFD]/g, ' ')
    .normalize('NFC');
}

/** A line without spaces at its ends, with every kind of bullet as «• »; soft hyphens inside words are gone. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replaceAll(/\u00AD(?=.)/g, '')
    .replaceAll(/[ \t]{2,}/g, (gap) => (gap.includes('\t') || gap.length > 3 ? '\t' : ' '))
    .trim()
    .replace(bullets, '• ');
}

/** The same for a line whose spaces tell its columns: only those at its end go. */
export function cleanSpacedLine(text: string): string {
  return cleanText(text)
    .replaceAll(/\u00AD(?=.)/g, '')
    .trimEnd()
    .replace(bullets, '$1• ');
}

/** No word is this long: it is data (a picture in base64, a key), and readers of text take for ever over it. */
const longRun = /[^\s]{1000,}/g;

export function withoutLongRuns(text: string): string {
  return text.replaceAll(longRun, '…');
}
