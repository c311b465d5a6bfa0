import type { Reading } from './reading.ts';

/**
 * A reading as it is kept in the index: numbers in base64, then the speaker. Raise the version with every change of
 * what is read or how it is laid out: older ones are then made again from their texts, but for what stands below.
 */
const VERSION = 3;
/** Held the count of each term besides, before the sentences. */
const WITH_COUNTS = 2;

/** The bit of each. The fifth was of something that is no longer read. */
const FLAGS = {
  endsAsking: 0,
  time: 1,
  number: 2,
  polite: 3,
  wishes: 5,
  standing: 6,
  because: 7,
  place: 8,
  open: 9,
  denies: 10,
} as const;
type Flag = keyof typeof FLAGS;
const flagNames = Object.keys(FLAGS) as Flag[];
/**
 * Version, flags, asks, names, wording, characters, and how many terms and sentences follow. What is left are the words.
 * Readings of version 3 from before the wording was kept have 0 for it, and neither of the last two flags.
 */
const HEADER = 8;
/** Three digits after the point are more than the fit tells apart. */
const FINE = 1_000;

export function encodeReading(reading: Reading): string {
  const { terms, words, ends, speaker, fingerprint } = reading;
  const shorts = [words, ends];
  const count = shorts.reduce((sum, { length }) => sum + length, 0);
  const bytes = Buffer.alloc(4 * (HEADER + terms.length) + 2 * count);
  let at = 0;
  const int = (value: number) => {
    at = bytes.writeInt32LE(value, at);
  };
  int(VERSION);
  int(flagNames.reduce((bits, flag) => bits | (Number(reading[flag]) << FLAGS[flag]), 0));
  int(Math.round(reading.asks * FINE));
  int(Math.round(reading.names * FINE));
  int(reading.wording);
  int(reading.characters);
  int(terms.length);
  int(ends.length);
  for (const term of terms) int(term);
  for (const values of shorts) for (const value of values) at = bytes.writeUInt16LE(value, at);
  return `${bytes.toString('base64')} ${fingerprint} ${speaker ?? ''}`;
}

/** Null for one that another version made. */
export function decodeReading(stored: string): Reading | null {
  const end = stored.indexOf(' ');
  const next = stored.indexOf(' ', end + 1);
  const bytes = Buffer.from(stored.slice(0, end), 'base64');
  if (bytes.length < 4 * HEADER) return null;
  const version = bytes.readInt32LE(0);
  if (version !== VERSION && version !== WITH_COUNTS) return null;
  const flags = bytes.readInt32LE(4);
  const termCount = bytes.readInt32LE(24);
  const sentenceCount = bytes.readInt32LE(28);
  const terms = integers(bytes, 4 * HEADER, termCount);
  const shorts = integersOf16(bytes, 4 * (HEADER + termCount));
  const words = shorts.subarray(version === WITH_COUNTS ? termCount : 0, shorts.length - sentenceCount);
  const ends = shorts.subarray(shorts.length - sentenceCount);
  const speaker = stored.slice(next + 1);
  const flag = (name: Flag) => (flags & (1 << FLAGS[name])) !== 0;
  return {
    speaker: speaker === '' ? null : speaker,
    terms,
    words,
    ends,
    fingerprint: stored.slice(end + 1, next),
    // The version before kept another number there.
    wording: version === VERSION ? bytes.readInt32LE(16) : 0,
    characters: bytes.readInt32LE(20),
    asks: bytes.readInt32LE(8) / FINE,
    names: bytes.readInt32LE(12) / FINE,
    endsAsking: flag('endsAsking'),
    time: flag('time'),
    number: flag('number'),
    polite: flag('polite'),
    wishes: flag('wishes'),
    standing: flag('standing'),
    because: flag('because'),
    place: flag('place'),
    open: flag('open'),
    denies: flag('denies'),
  };
}

const littleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The numbers where they lie, without a copy, which some hundred readings a question would feel. */
function integers(bytes: Buffer, from: number, count: number): Int32Array {
  const start = bytes.byteOffset + from;
  if (littleEndian && start % 4 === 0) return new Int32Array(bytes.buffer, start, count);
  return Int32Array.from({ length: count }, (_, i) => bytes.readInt32LE(from + 4 * i));
}

/** The same of 16 bits, to the end. */
function integersOf16(bytes: Buffer, from: number): Uint16Array {
  const start = bytes.byteOffset + from;
  const count = (bytes.length - from) >> 1;
  if (littleEndian && start % 2 === 0) return new Uint16Array(bytes.buffer, start, count);
  return Uint16Array.from({ length: count }, (_, i) => bytes.readUInt16LE(from + 2 * i));
}
