import type { PostingWarning } from './draft.ts';

export type JsonObject = Record<string, unknown>;

export interface JsonLd {
  /** Every JobPosting, in the order of the page. */
  postings: JsonObject[];
  /** Objects by their `@id`: a posting may point at its employer instead of holding it. */
  byId: Map<string, JsonObject>;
  warnings: PostingWarning[];
}

const maxDepth = 32;
const maxObjects = 20_000;

/** The JobPostings in a page's `application/ld+json` scripts: in lists, in `@graph`, nested in other things. */
export function findJobPostings(scripts: readonly string[]): JsonLd {
  const found: JsonLd = { postings: [], byId: new Map(), warnings: [] };
  for (const script of scripts) {
    const { value, repaired } = parseLoosely(script);
    if (repaired !== null && /JobPosting/.test(script)) found.warnings.push(warningOf(repaired));
    if (value !== undefined) collect(value, found);
  }
  return found;
}

function warningOf(repaired: boolean): PostingWarning {
  return repaired
    ? {
        code: 'json_ld_repaired',
        message: 'The structured data of the page was not valid JSON and was repaired.',
      }
    : {
        code: 'json_ld_invalid',
        message: 'Structured data of the page was not valid JSON and was passed over.',
      };
}

/** Breadth first, so that a posting of the page itself comes before those of «similar jobs» inside it. */
function collect(root: unknown, found: JsonLd): void {
  let level: unknown[] = [root];
  let seen = 0;
  for (let depth = 0; depth < maxDepth && level.length > 0; depth++) {
    const next: unknown[] = [];
    for (const value of level) {
      if (value === null || typeof value !== 'object' || ++seen > maxObjects) continue;
      if (!Array.isArray(value)) note(value as JsonObject, found);
      for (const child of Object.values(value))
        if (child !== null && typeof child === 'object') next.push(child);
    }
    level = next;
  }
}

function note(value: JsonObject, found: JsonLd): void {
  const id = value['@id'];
  if (typeof id === 'string' && Object.keys(value).length > 1 && !found.byId.has(id))
    found.byId.set(id, value);
  if (isOfType(value, 'JobPosting')) found.postings.push(value);
}

export function isOfType(value: JsonObject, type: string): boolean {
  return [value['@type']]
    .flat()
    .some((name) => typeof name === 'string' && name.split(/[/#:]/).at(-1) === type);
}

/** `repaired`: null for valid JSON, true where it had to be mended, false where that was not possible. */
function parseLoosely(script: string): { value: unknown; repaired: boolean | null } {
  const text = script
    .trim()
    .replace(/^\ufeff/, '')
    .replace(/^(?:\/\/|\/\*)?\s*<!(?:--|\[CDATA\[)(?:\s*\*\/)?/, '')
    .replace(/(?:\/\/|\/\*)?\s*(?:-->|\]\]>)(?:\s*\*\/)?\s*$/, '')
    .trim();
  if (text === '') return { value: undefined, repaired: null };
  try {
    return { value: JSON.parse(text), repaired: null };
  } catch {
    try {
      return { value: JSON.parse(mended(text)), repaired: true };
    } catch {
      return { value: undefined, repaired: false };
    }
  }
}

/** Without commas before a closing bracket, without a closing semicolon, with line breaks in strings escaped. */
function mended(text: string): string {
  let result = '';
  let start = 0;
  const strings = /"(?:[^"\\]|\\[\s\S])*"/g;
  for (const match of text.matchAll(strings)) {
    result += withoutTrailingCommas(text.slice(start, match.index));
    result += match[0].replaceAll(/[\u0000-\u001f]/g, (character) => JSON.stringify(character).slice(1, -1));
    start = match.index + match[0].length;
  }
  return (result + withoutTrailingCommas(text.slice(start))).replace(/;\s*$/, '');
}

function withoutTrailingCommas(text: string): string {
  return text.replaceAll(/,(\s*[}\]])/g, '$1').replaceAll(/\/\*[\s\S]*?\*\//g, '');
}
