/** A page as its content stream (PDF's own operators), and where its links lead. */
export interface PdfPage {
  content: string;
  /** The content packed by deflate, instead of the plain one. */
  packed?: Buffer;
  links?: { url: string; rect: [number, number, number, number] }[];
}

export interface PdfOptions {
  /** Added to the document's catalog, such as `/OpenAction …`. */
  catalog?: string;
  /** Added to the trailer, such as `/Encrypt …`. */
  trailer?: string;
  /** Every page shows a grey picture of this many pixels a side. */
  picture?: number;
}

/** A PDF file out of content streams: A4, with Helvetica as /F1, Helvetica-Bold as /F2, Wingdings as /F3. */
export function makePdf(pages: PdfPage[], { catalog = '', trailer = '', picture }: PdfOptions = {}): Buffer {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const fonts = ['Helvetica', 'Helvetica-Bold', 'ABCDEF+Wingdings'].map((name) =>
    add(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`),
  );
  const image = picture ? add(imageObject(picture)) : null;
  const pagesAt = objects.length + pages.length * 2 + pages.flatMap(({ links = [] }) => links).length + 1;
  const kids: number[] = [];
  for (const { content, packed, links = [] } of pages) {
    const body = image ? `${content}\nq 595 0 0 842 0 0 cm /Im Do Q` : content;
    const data = packed?.toString('latin1') ?? body;
    const filter = packed ? '/Filter /FlateDecode' : '';
    const stream = add(
      `<< /Length ${Buffer.byteLength(data, 'latin1')} ${filter} >>\nstream\n${data}\nendstream`,
    );
    const annotations = links.map(({ url, rect }) =>
      add(
        `<< /Type /Annot /Subtype /Link /Rect [${rect.join(' ')}] /Border [0 0 0] /A << /S /URI /URI (${url}) >> >>`,
      ),
    );
    const resources = `<< /Font << ${fonts.map((id, i) => `/F${i + 1} ${id} 0 R`).join(' ')} >>${image ? ` /XObject << /Im ${image} 0 R >>` : ''} >>`;
    kids.push(
      add(
        `<< /Type /Page /Parent ${pagesAt} 0 R /MediaBox [0 0 595 842] /Resources ${resources} /Contents ${stream} 0 R /Annots [${annotations.map((id) => `${id} 0 R`).join(' ')}] >>`,
      ),
    );
  }
  add(`<< /Type /Pages /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] /Count ${kids.length} >>`);
  const root = add(`<< /Type /Catalog /Pages ${pagesAt} 0 R ${catalog} >>`);
  return assemble(objects, `/Root ${root} 0 R ${trailer}`);
}

function imageObject(side: number): string {
  const data = 'f'.repeat(side * side);
  return `<< /Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length ${data.length} >>\nstream\n${data}\nendstream`;
}

function assemble(objects: string[], trailer: string): Buffer {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** One line of text at a place, in points from the lower left corner. */
export function textAt(
  x: number,
  y: number,
  text: string,
  { size = 10, font = 1, before = '' } = {},
): string {
  const escaped = text.replaceAll(/[\\()]/g, '\\$&');
  return `q ${before} BT /F${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped}) Tj ET Q`;
}

/** Lines below each other. */
export function column(x: number, top: number, lines: string[], { leading = 14, size = 10 } = {}): string {
  return lines.map((line, i) => textAt(x, top - i * leading, line, { size })).join('\n');
}
