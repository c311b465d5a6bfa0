import { invalidInput } from '../../../kernel/errors.ts';

/** As deep as JSON bodies may be; JSON Resume has six levels. */
const maxDepth = 64;

/** What JSON bodies are refused for when they arrive holds for JSON in files too: text that no database keeps, deep nesting. */
export function refuseUnstorable(value: unknown, field: string, depth = 0): void {
  if (depth > maxDepth)
    throw invalidInput([{ field, message: `must not be nested deeper than ${maxDepth} levels` }]);
  if (typeof value === 'string') refuseText(value, field);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    refuseText(key, field);
    refuseUnstorable(inner, field, depth + 1);
  }
}

function refuseText(text: string, field: string): void {
  if (text.includes('\0')) throw invalidInput([{ field, message: 'must not hold NUL characters' }]);
  if (!text.isWellFormed())
    throw invalidInput([{ field, message: 'must be well-formed text (it holds half of a surrogate pair)' }]);
}
