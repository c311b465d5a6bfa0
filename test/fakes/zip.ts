import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  name: string;
  data: string | Buffer;
  /** What the directory says of its size, where that is a lie. */
  claimedSize?: number;
}

/** A zip archive. */
export function makeZip(entries: ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claimedSize } of entries) {
    const bytes = Buffer.from(data);
    const packed = deflateRawSync(bytes);
    const size = claimedSize ?? bytes.length;
    const fields = (start: Buffer) => {
      start.writeUInt16LE(8, start.length === 30 ? 8 : 10);
      const at = start.length === 30 ? 14 : 16;
      start.writeUInt32LE(crc32(bytes), at);
      start.writeUInt32LE(packed.length, at + 4);
      start.writeUInt32LE(size, at + 8);
      start.writeUInt16LE(Buffer.byteLength(name), at + 12);
    };
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    fields(local);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    fields(central);
    central.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A Word document out of the XML of its body, and of further parts (`header1`, `styles`) by name. */
export function makeDocx(body: string, parts: Record<string, string> = {}, links: string[] = []): Buffer {
  const relations = links
    .map(
      (url, i) => `<Relationship Id="rId${i + 1}" Type="hyperlink" Target="${url}" TargetMode="External"/>`,
    )
    .join('');
  return makeZip([
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: 'word/document.xml', data: `<w:document ${namespaces}><w:body>${body}</w:body></w:document>` },
    { name: 'word/_rels/document.xml.rels', data: `<Relationships>${relations}</Relationships>` },
    ...Object.entries(parts).map(([name, xml]) => ({
      name: `word/${name}.xml`,
      data: `<w:part ${namespaces}>${xml}</w:part>`,
    })),
  ]);
}

/** A paragraph of a run with the given properties. */
export function paragraph(text: string, properties = '', paragraphProperties = ''): string {
  return `<w:p><w:pPr>${paragraphProperties}</w:pPr><w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}
