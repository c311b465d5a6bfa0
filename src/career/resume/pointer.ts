/** Reads, and sets, a value by its JSON pointer (RFC 6901). */

function tokens(pointer: string): string[] {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) throw new RangeError(`${pointer} is not a JSON pointer`);
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A list's element by its index, an object's own member; undefined for everything else. */
function step(value: unknown, token: string): unknown {
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return undefined;
  return (value as Record<string, unknown>)[token];
}

/** The value at a pointer; undefined where there is none. */
export function valueAt(document: unknown, pointer: string): unknown {
  return tokens(pointer).reduce(step, document);
}

/**
 * A copy of the document with the value at the pointer put in its place; the document itself stays as it is. Throws a
 * RangeError where the pointer's parent does not exist.
 */
export function withValueAt<Document>(document: Document, pointer: string, value: unknown): Document {
  const path = tokens(pointer);
  const last = path.pop();
  if (last === undefined) return value as Document;
  const copy = structuredClone(document);
  const parent = path.reduce(step, copy as unknown);
  if (Array.isArray(parent) && /^(0|[1-9]\d*)$/.test(last) && Number(last) <= parent.length) {
    parent[Number(last)] = value;
  } else if (typeof parent === 'object' && parent !== null && !Array.isArray(parent)) {
    Object.defineProperty(parent, last, { value, writable: true, enumerable: true, configurable: true });
  } else {
    throw new RangeError(`${pointer} points nowhere`);
  }
  return copy;
}

/** The pointer of a path. */
export function pointerTo(...path: (string | number)[]): string {
  return path.map((token) => `/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
