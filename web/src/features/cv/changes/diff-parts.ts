import { diffWordsWithSpace } from 'diff';

/** Beyond this a diff is slow and nobody reads it: the texts stand one after the other. */
const MOST_CHARACTERS = 8_000;

export interface DiffPart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/**
 * What goes and what comes, by words. Changes that only white space parts are one, so that «Was responsible for» goes as
 * a whole and «Built» comes in its place.
 */
export function diffParts(before: string, after: string): DiffPart[] {
  if (before.length + after.length > MOST_CHARACTERS) return filled(before, after);
  const parts: DiffPart[] = [];
  let removed = '';
  let added = '';
  const changes = diffWordsWithSpace(before, after);
  for (const [at, { value, removed: goes, added: comes }] of changes.entries()) {
    const next = changes[at + 1];
    const isBetween = (removed !== '' || added !== '') && next !== undefined && value.trim() === '';
    if (goes) removed += value;
    else if (comes) added += value;
    else if (isBetween) {
      removed += value;
      added += value;
    } else {
      parts.push(...filled(removed, added), { kind: 'same', text: value });
      removed = '';
      added = '';
    }
  }
  return [...parts, ...filled(removed, added)];
}

function filled(removed: string, added: string): DiffPart[] {
  const parts: DiffPart[] = [
    { kind: 'removed', text: removed },
    { kind: 'added', text: added },
  ];
  return parts.filter(({ text }) => text !== '');
}
