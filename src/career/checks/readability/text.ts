import type { CvFacts } from '../facts.ts';
import { inText } from '../find.ts';
import { brief, count, failed, notAssessed, passed, quoted } from '../outcome.ts';
import type { Check, Finding } from '../types.ts';

/**
 * What a broken font or a wrong encoding leaves behind: the replacement character, private use (icon fonts), control
 * characters, `(cid:12)`, and UTF-8 that was read as Latin-1 (`â€™`, `Ã©`).
 */
const odd =
  /\uFFFD+|[\uE000-\uF8FF]+|[\u0000-\u0008\u000B\u000E-\u001F\u007F]+|\(cid:\d+\)|â€[™œ“”¢¦]?|Ã[©¨¼¶¤±³­¡¢]/gu;

/** `E X P E R I E N C E`: letters set apart by spaces, which no program takes for a word. */
const spaced = /(?<!\S)(?:\p{L}\s){4,}\p{L}(?!\S)/gu;

const placeholders = [
  /\blorem ipsum\b|\[(?:your|company|insert|name|date|city|title|number|x+|job|employer|phone|email|address)\b[^\]\n]{0,40}\]|<(?:your|company|insert)[^>\n]{0,40}>|\byour (?:name|email) here\b|\{\{[^}\n]{1,40}\}\}/giu,
  /\b(?:TODO|TBD|FIXME)\b|\bX{1,3}\s?%|\$X{1,3}\b/gu,
];

export const textChecks: Check[] = [
  {
    id: 'odd-characters',
    group: 'readability',
    severity: 'medium',
    title: 'Every character can be read',
    meaning:
      'Icon fonts and broken fonts come out as boxes or wrong letters, and words with them are not found.',
    source: null,
    run(cv) {
      if (cv.text === '') return notAssessed('there is no text');
      const found = inText(cv, odd).map(({ finding }) => ({ ...finding, note: codePoints(finding, cv) }));
      if (found.length === 0) return passed('Every character can be read.');
      return failed(
        `${count(found.length, 'place')} with characters that cannot be read.`,
        'Replace icons by words (Email, Phone), use an ordinary font, and export the file again.',
        found,
      );
    },
  },
  {
    id: 'spaced-letters',
    group: 'readability',
    severity: 'medium',
    title: 'No letters set apart by spaces',
    meaning:
      'A heading written «S K I L L S» is seven words to a program, and the section below it has no name.',
    source: null,
    run(cv) {
      if (cv.text === '') return notAssessed('there is no text');
      const found = inText(cv, spaced).map(({ finding }) => finding);
      if (found.length === 0) return passed('No letters are set apart by spaces.');
      return failed(
        `Letters are set apart by spaces: ${quoted(found.map(({ note }) => note))}.`,
        'Write the word without spaces and widen it with character spacing in the layout, if at all.',
        found,
      );
    },
  },
  {
    id: 'capitals',
    group: 'readability',
    severity: 'low',
    title: 'Sentences are not in capitals',
    meaning: 'Capitals are slower to read, and names and abbreviations no longer stand out.',
    source: null,
    run({ prose, at }) {
      if (prose.length === 0) return notAssessed('no sentences were found');
      const loud = prose.filter(({ text }) => {
        const letters = text.match(/\p{L}/gu)?.length ?? 0;
        const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
        return letters >= 25 && capitals / letters > 0.8;
      });
      if (loud.length === 0) return passed('No sentences are in capitals.');
      return failed(
        `${count(loud.length, 'passage')} in capitals.`,
        'Keep capitals for headings and abbreviations.',
        loud.map(({ text, pointer }) => at(pointer, brief(text))),
      );
    },
  },
  {
    id: 'placeholders',
    group: 'readability',
    severity: 'high',
    title: 'Nothing left over from a template',
    meaning: '«[Company name]» or «XX%» in a finished CV ends many a reading.',
    source: null,
    run(cv) {
      if (cv.text === '') return notAssessed('there is no text');
      const found = placeholders.flatMap((pattern) => inText(cv, pattern).map(({ finding }) => finding));
      if (found.length === 0) return passed('Nothing is left over from a template.');
      return failed(
        `Left over from a template: ${quoted(found.map(({ note }) => note))}.`,
        'Fill it in with what is true, or take it out.',
        found,
      );
    },
  },
];

function codePoints({ spans }: Finding, { text }: CvFacts): string {
  const value = text.slice(spans[0]!.start, spans[0]!.end);
  const codes = [...value]
    .slice(0, 4)
    .map((char) => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
  return /^[\u0020-\u007E\u00A0-\u024F]+$/.test(value) ? value : codes.join(' ');
}
