import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { unreachable } from './problems.ts';

const decoders: Record<string, () => NodeJS.ReadWriteStream & Readable> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The bytes of an answer, unpacked as they come, up to a limit that holds for both sides of the unpacking. */
export async function readBody(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const tooLarge = () => unreachable(`The page is larger than ${Math.floor(maxBytes / 1_048_576)} MB.`);
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  const coding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  let source: Readable = response;
  if (coding !== 'identity' && coding !== '') {
    const decoder = decoders[coding]?.();
    if (!decoder) throw unreachable('The page is packed in a way that is not read.');
    response.on('error', (error) => decoder.destroy(error));
    source = response.pipe(decoder) as unknown as Readable;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of source) {
      size += (chunk as Buffer).length;
      if (size > maxBytes) throw tooLarge();
      chunks.push(chunk as Buffer);
    }
  } finally {
    source.destroy();
    response.destroy();
  }
  return Buffer.concat(chunks);
}

/** The text of a page in the character set that it names in its headers or in its first bytes; UTF-8 by default. */
export function decodePage(bytes: Buffer, contentType: string): string {
  const head = bytes.subarray(0, 2_048).toString('latin1');
  const named =
    /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([\w:.-]+)/i.exec(head)?.[1];
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  return decoderOf(mark ?? named ?? 'utf-8').decode(bytes);
}

function decoderOf(label: string) {
  try {
    return new TextDecoder(label);
  } catch {
    // A set that does not exist; what the page then most likely is.
    return new TextDecoder('utf-8');
  }
}
