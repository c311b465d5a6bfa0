import type { FieldProblem } from '../kernel/errors.ts';
import { fieldPath } from './fields.ts';

/** Nobody reads more of them. */
const maxFound = 20;

/**
 * Asks about every string and every key of parsed JSON, and names the places where something is wrong. A key
 * `__proto__` always is: harmless as JSON.parse leaves it, it would change an object's prototype when copied.
 */
export function inspectJson(value: unknown, wrong: (text: string) => string | null): FieldProblem[] {
  const found: FieldProblem[] = [];
  const path: (string | number)[] = [];

  function note(message: string | null): void {
    if (message && found.length < maxFound) found.push({ field: fieldPath(path, 'body'), message });
  }

  function visit(current: unknown): void {
    if (typeof current === 'string') note(wrong(current));
    if (typeof current !== 'object' || current === null) return;
    if (Array.isArray(current)) {
      for (let i = 0; i < current.length; i++) {
        path.push(i);
        visit(current[i]);
        path.pop();
      }
      return;
    }
    for (const [key, child] of Object.entries(current)) {
      path.push(key);
      note(key === '__proto__' ? 'is not a name a field may have' : wrong(key));
      visit(child);
      path.pop();
    }
  }

  visit(value);
  return found;
}
