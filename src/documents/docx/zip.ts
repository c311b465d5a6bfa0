import { inflateRawSync } from 'node:zlib';
import { UnreadableFile } from '../failures.ts';
import { limits } from '../limits.ts';

interface Entry {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
  encrypted: boolean;
}

/** The files of a zip archive, none of them unpacked yet. */
export interface Zip {
  names: string[];
  /** Null where there is no such file. Throws where it is damaged or larger than it says. */
  read(name: string): string | null;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

/**
 * Reads the directory of an archive, and refuses what would unpack to more than a document holds before anything is
 * unpacked. What the directory says is not believed either: unpacking stops at the size that it promised.
 */
export function openZip(bytes: Uint8Array): Zip {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let entries: Map<string, Entry>;
  try {
    entries = directory(buffer);
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('damaged', error);
  }
  const total = [...entries.values()].reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > limits.zipBytes || total > Math.max(bytes.length, 50_000) * limits.zipRatio)
    throw new UnreadableFile('unpacks_too_large');
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      return entry ? unpack(buffer, entry) : null;
    },
  };
}

function directory(buffer: Buffer): Map<string, Entry> {
  const end = findEnd(buffer);
  const count = buffer.readUInt16LE(end + 10);
  if (count > limits.zipEntries) throw new UnreadableFile('unpacks_too_large');
  let at = buffer.readUInt32LE(end + 16);
  const entries = new Map<string, Entry>();
  for (let i = 0; i < count; i++) {
    if (buffer.readUInt32LE(at) !== entrySignature) throw new UnreadableFile('damaged');
    const nameLength = buffer.readUInt16LE(at + 28);
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    entries.set(name, {
      name,
      encrypted: (buffer.readUInt16LE(at + 8) & 1) === 1,
      method: buffer.readUInt16LE(at + 10),
      packed: buffer.readUInt32LE(at + 20),
      unpacked: buffer.readUInt32LE(at + 24),
      offset: buffer.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return entries;
}

/** The record at the end, behind which only a comment of up to 64 kB may stand. */
function findEnd(buffer: Buffer): number {
  for (let at = buffer.length - 22; at >= Math.max(0, buffer.length - 22 - 65_535); at--) {
    if (buffer.readUInt32LE(at) === endSignature) return at;
  }
  throw new UnreadableFile('damaged');
}

function unpack(buffer: Buffer, entry: Entry): string {
  if (entry.encrypted) throw new UnreadableFile('encrypted');
  try {
    const start =
      entry.offset + 30 + buffer.readUInt16LE(entry.offset + 26) + buffer.readUInt16LE(entry.offset + 28);
    const packed = buffer.subarray(start, start + entry.packed);
    if (packed.length !== entry.packed) throw new UnreadableFile('damaged');
    const bytes =
      entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) });
    if (bytes.length !== entry.unpacked || (entry.method !== 0 && entry.method !== 8))
      throw new UnreadableFile('damaged');
    return decodeXml(bytes);
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('damaged', error);
  }
}

/** XML is UTF-8 unless a byte order mark says UTF-16. */
function decodeXml(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}
