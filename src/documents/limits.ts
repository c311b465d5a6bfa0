/** What is read at most. CVs are small: these are far above any honest one, and below what would hurt. */
export const limits = {
  fileBytes: 10 * 1024 * 1024,
  pages: 50,
  characters: 400_000,
  /** Of a zip: entries, the sum of their sizes unpacked, and how much larger that may be than the file itself. */
  zipEntries: 2_000,
  zipBytes: 64 * 1024 * 1024,
  zipRatio: 200,
} as const;
