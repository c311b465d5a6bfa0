import { createRequire } from 'node:module';
import { Font } from '@react-pdf/renderer';

/*
 * Helvetica is in every reader and need not be embedded, but knows Western European letters only. Where a CV has others,
 * all of it is set in DejaVu Sans (Latin, Greek, Cyrillic, Arabic, Hebrew and more), of which only the used letters are
 * embedded.
 */

/** What the standard fonts of PDF can encode (Windows-1252). */
const WESTERN = /^[\n\x20-\x7e\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/u;

const require = createRequire(import.meta.url);
const file = (name: string): string => require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

Font.register({
  family: 'DejaVu Sans',
  fonts: [{ src: file('DejaVuSans') }, { src: file('DejaVuSans-Bold'), fontWeight: 700 }],
});
// Words are never parted: a hyphen that is not in the text would be read back as part of it.
Font.registerHyphenationCallback((word) => [word]);

export const fontFor = (text: string): 'Helvetica' | 'DejaVu Sans' =>
  WESTERN.test(text) ? 'Helvetica' : 'DejaVu Sans';
