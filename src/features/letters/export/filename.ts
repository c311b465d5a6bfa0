/** The value of Content-Disposition for a letter: an ASCII name, and the true one beside it (RFC 6266 and 8187). */
export function attachmentOf(
  { title, company_name }: { title: string | null; company_name: string | null },
  extension: string,
): string {
  const full = ['Letter', company_name, title]
    .filter(Boolean)
    .map((part) => cleaned(part!))
    .join(' ')
    .slice(0, 100)
    .trim();
  const plain = full
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]|["\\%]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const disposition = `attachment; filename="${plain}.${extension}"`;
  if (plain === full) return disposition;
  const encoded = encodeURIComponent(`${full}.${extension}`.toWellFormed()).replace(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${disposition}; filename*=UTF-8''${encoded}`;
}

const cleaned = (name: string): string =>
  name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*\ufffd]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
