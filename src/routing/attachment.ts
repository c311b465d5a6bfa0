/**
 * The value of Content-Disposition for a file named by these words: an ASCII name for old readers and, where it differs,
 * the true one beside it (RFC 6266 and 8187). Nothing of a word can leave the quotes or name a folder. One of the words
 * has to be ours, in ASCII, so that something is left of every name.
 */
export function attachmentOf(words: readonly (string | null)[], extension: string): string {
  const full = words
    .map((word) =>
      cleaned(word ?? '')
        .slice(0, 80)
        .trim(),
    )
    .filter(Boolean)
    .join(' ');
  const plain = full
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[łŁøØđĐßæÆœŒ]/g, (letter) => LETTERS[letter]!)
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const disposition = `attachment; filename="${plain}.${extension}"`;
  if (plain === full) return disposition;
  return `${disposition}; filename*=UTF-8''${encoded(`${full}.${extension}`)}`;
}

const LETTERS: Record<string, string> = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
};

/** Without what file systems and terminals take as more than a letter: separators, controls, marks of direction. */
const cleaned = (name: string): string =>
  name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*\ufffd]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');

const encoded = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
