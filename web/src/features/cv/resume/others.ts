import type { Section } from './model.ts';
import { isRecord, type Piece, textOf, type Values } from './pieces.ts';

/** A file may hold far more than a CV: enough to see what it is. */
const MOST_LINES = 200;
const MOST_DEPTH = 6;

/** What a file holds beyond JSON Resume, one section for each name, as «name: value» lines; nothing is hidden. */
export function others(resume: Values, known: ReadonlySet<string>): Section[] {
  return Object.entries(resume)
    .filter(([key]) => !known.has(key))
    .map(([key, value]) => {
      const at = `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      const bullets = leaves(value, at, [], 0).slice(0, MOST_LINES);
      const entry = { pointer: at, title: [], subtitle: [], dates: null, paragraphs: [], bullets, tags: [] };
      return { key, title: spaced(key), kind: 'entries', entries: bullets.length > 0 ? [entry] : [] };
    });
}

function leaves(value: unknown, at: string, path: string[], depth: number): Piece[] {
  if (depth > MOST_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item, i) => leaves(item, `${at}/${i}`, path, depth + 1));
  if (isRecord(value))
    return Object.entries(value).flatMap(([name, inner]) =>
      leaves(
        inner,
        `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        [...path, spaced(name)],
        depth + 1,
      ),
    );
  const text = textOf(value);
  return text === '' ? [] : [{ pointers: [at], text: [...path.slice(-1), text].join(': ') }];
}

/** `workExperience` as «Work experience». */
function spaced(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
