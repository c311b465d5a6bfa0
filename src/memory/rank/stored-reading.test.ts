import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMessage } from './reading.ts';
import { decodeReading, encodeReading } from './stored-reading.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        'I ',
        'applied ',
        'in May. ',
        'Ann: ',
        'Why? ',
        'always ',
        'Zürich ',
        '85,000 ',
        '面接 ',
        '\n',
      ),
      { maxLength: 60 },
    )
    .map((words) => words.join('')),
);

test('a reading comes back from the index as it went in', () => {
  fc.assert(
    fc.property(text, (message) => {
      const reading = readMessage(message);
      const back = decodeReading(encodeReading(reading))!;
      for (const share of ['asks', 'names'] as const) expect(back[share]).toBeCloseTo(reading[share], 3);
      expect({ ...back, asks: 0, names: 0 }).toEqual({ ...reading, asks: 0, names: 0 });
    }),
    { numRuns: 200 },
  );
});

test('a reading of another version, or none at all, is not taken for one', () => {
  const [numbers, rest] = encodeReading(readMessage('I applied in May.')).split(/ (.*)/);
  const bytes = Buffer.from(numbers!, 'base64');
  bytes.writeInt32LE(99, 0);
  expect(decodeReading(`${bytes.toString('base64')} ${rest}`)).toBeNull();
  expect(decodeReading('')).toBeNull();
  expect(decodeReading('AAAA x y')).toBeNull();
});

test('a reading of the version before, which counted terms, is read as it was', () => {
  // Of «Ann: I never applied in May. May? Always!», as version 2 kept it.
  const stored =
    'AgAAABIBAABNAQAA6AMAAE0BAAApAAAABAAAAAMAAACBK1+MUTLaoCbfoizfFrYaAQABAAIAAQAAAAEAAgACAAMAAwAEAAUA -b39iuz.hzcpbu ann';
  const reading = readMessage('Ann: I never applied in May. May? Always!');
  expect(decodeReading(stored)).toEqual({
    ...reading,
    asks: 0.333,
    names: 1,
    wording: 0,
    denies: false,
  });
});

test('texts in the same words have one fingerprint, texts without words none', () => {
  const fingerprint = (message: string) => readMessage(message).fingerprint;
  expect(fingerprint('I moved to Lyon.')).toBe(fingerprint('To Lyon I moved'));
  expect(fingerprint('I moved to Lyon.')).not.toBe(fingerprint('I moved to Berlin.'));
  expect(fingerprint('?!')).toBe('');
});
