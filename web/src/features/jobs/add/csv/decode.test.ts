import { describe, expect, it } from 'vitest';
import { decodeCsv } from './decode.ts';

describe('the text of a CSV file', () => {
  it('is read in the encodings that spreadsheets write', () => {
    expect(decodeCsv(new TextEncoder().encode('\uFEFFFirma;Größe'))).toBe('Firma;Größe');
    expect(decodeCsv(Uint8Array.from([0xff, 0xfe, 0x47, 0, 0xf6, 0]))).toBe('Gö');
    expect(decodeCsv(Uint8Array.from([0xfe, 0xff, 0, 0x47, 0, 0xf6]))).toBe('Gö');
    expect(decodeCsv(Uint8Array.from([0x47, 0xf6, 0x80]))).toBe('Gö€');
  });
});
