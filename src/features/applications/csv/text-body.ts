import { invalidInput } from '../../../kernel/errors.ts';

export interface CsvFile {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'windows-1252';
}

/**
 * The text of an uploaded file: UTF-8, what spreadsheets call «Unicode text» (UTF-16 with its mark), or else the code
 * page that they write in Western Europe and America; the answer says which it was.
 */
export function decodeCsv(bytes: Uint8Array): CsvFile {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (isUtf16) return { text: refuseNul(new TextDecoder('utf-16le').decode(bytes)), encoding: 'utf-16le' };
  try {
    return { text: refuseNul(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), encoding: 'utf-8' };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { text: refuseNul(new TextDecoder('windows-1252').decode(bytes)), encoding: 'windows-1252' };
  }
}

/** NUL means that it is no text at all, and no database stores it. */
function refuseNul(text: string): string {
  if (text.includes('\0')) throw invalidInput([{ field: 'csv', message: 'must not hold NUL characters' }]);
  return text;
}
