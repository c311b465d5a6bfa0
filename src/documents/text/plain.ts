import { type Draft, plainLine } from '../assemble.ts';
import { cleanText } from './characters.ts';

/** Rows of signs that only draw a line. */
const ruler = /^[\s\-_=*~#.•─━═]{3,}$/;

/** Lines of a plain text with their margins and gaps; one wrapped at some 70 characters may break words. */
export function readPlain(text: string): Draft[] {
  return cleanText(text)
    .split('\n')
    .map((line) => ({
      ...plainLine,
      text: ruler.test(line) ? '' : line,
      wraps: line.length > 50,
      spaced: true,
    }));
}
