import type { Reading } from './reading.ts';

/**
 * A reading as it is kept in the index: numbers in base64, then the speaker. Raise the version with every change of
 * what is read or how it is laid out: older ones are then made again from their texts.
 */
const VERSION = 1;

const FLAGS = [
  'endsAsking',
  'time',
  'number',
  'polite',
  'denies',
  'wishes',
  'standing',
  'because',
  'place',
] as const;
/** Version, flags, asks, names, self, characters, and how many terms and sentences follow. */
const HEADER = 8;
/** Three digits after the point are more than the fit tells apart. */
const FINE = 1_000;

export function encodeReading(reading: Reading): string {
  const { terms, counts, sentences, speaker, fingerprint } = reading;
  const words = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  const bytes = Buffer.alloc(4 * HEADER + 4 * terms.length + 2 * (counts.length + sentences.length + words));
  let at = 0;
  const int = (value: number) => {
    at = bytes.writeInt32LE(value, at);
  };
  const short = (value: number) => {
    at = bytes.writeUInt16LE(value, at);
  };
  int(VERSION);
  int(FLAGS.reduce((bits, flag, i) => bits | (Number(reading[flag]) << i), 0));
  int(Math.round(reading.asks * FINE));
  int(Math.round(reading.names * FINE));
  int(Math.round(reading.self * FINE));
  int(reading.characters);
  int(terms.length);
  int(sentences.length);
  for (const term of terms) int(term);
  for (const count of counts) short(count);
  for (const sentence of sentences) {
    short(sentence.length);
    for (const place of sentence) short(place);
  }
  return `${bytes.toString('base64')} ${fingerprint} ${speaker ?? ''}`;
}

/** Null for one that another version made. */
export function decodeReading(stored: string): Reading | null {
  const end = stored.indexOf(' ');
  const next = stored.indexOf(' ', end + 1);
  const bytes = Buffer.from(stored.slice(0, end), 'base64');
  if (bytes.length < 4 * HEADER || bytes.readInt32LE(0) !== VERSION) return null;
  const flags = bytes.readInt32LE(4);
  const termCount = bytes.readInt32LE(24);
  const sentenceCount = bytes.readInt32LE(28);
  // A copy, for its alignment and so that the pool's buffer is let go.
  const terms = new Int32Array(termCount);
  let at = 4 * HEADER;
  for (let i = 0; i < termCount; i++, at += 4) terms[i] = bytes.readInt32LE(at);
  const counts = new Uint16Array(termCount);
  for (let i = 0; i < termCount; i++, at += 2) counts[i] = bytes.readUInt16LE(at);
  const sentences: Uint16Array[] = [];
  for (let i = 0; i < sentenceCount; i++) {
    const sentence = new Uint16Array(bytes.readUInt16LE(at));
    at += 2;
    for (let k = 0; k < sentence.length; k++, at += 2) sentence[k] = bytes.readUInt16LE(at);
    sentences.push(sentence);
  }
  const speaker = stored.slice(next + 1);
  const flag = (name: (typeof FLAGS)[number]) => (flags & (1 << FLAGS.indexOf(name))) !== 0;
  return {
    speaker: speaker === '' ? null : speaker,
    terms,
    counts,
    sentences,
    fingerprint: stored.slice(end + 1, next),
    characters: bytes.readInt32LE(20),
    asks: bytes.readInt32LE(8) / FINE,
    names: bytes.readInt32LE(12) / FINE,
    self: bytes.readInt32LE(16) / FINE,
    endsAsking: flag('endsAsking'),
    time: flag('time'),
    number: flag('number'),
    polite: flag('polite'),
    denies: flag('denies'),
    wishes: flag('wishes'),
    standing: flag('standing'),
    because: flag('because'),
    place: flag('place'),
  };
}
