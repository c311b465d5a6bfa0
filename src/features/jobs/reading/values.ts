import type { JsonObject } from './json-ld.ts';

/**
 * The text of a value as sites write it: a string, a number, `{ "@value": … }`, something with a name, or a list of
 * these, of which the first counts. Null for what holds no text.
 */
export function asText(value: unknown): string | null {
  return asTexts(value)[0] ?? null;
}

/** Every text of a value, as `asText` understands it. */
export function asTexts(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value === 'number' && Number.isFinite(value)) return [String(value)];
  if (value === null || typeof value !== 'object' || depth > 4) return [];
  if (Array.isArray(value)) return value.slice(0, 200).flatMap((item) => asTexts(item, depth + 1));
  const { '@value': literal, name, description, value: inner, credentialCategory } = value as JsonObject;
  for (const candidate of [literal, name, description, credentialCategory, inner]) {
    const texts = asTexts(candidate, depth + 1);
    if (texts.length > 0) return texts;
  }
  return [];
}
