import { pointerTo, type Resume, type SourceSpans } from '../../../career/resume/index.ts';
import type { CvWarning } from '../cvs.ts';
import type { SearchableText } from './locate.ts';

type Json = null | string | Json[] | { [key: string]: Json };

export interface Checked {
  resume: Resume;
  spans: SourceSpans;
  refused: CvWarning[];
}

/**
 * Keeps of a model's extraction what stands in the source: every text must be found in it, every date among its dates, every
 * address in it or among its links. The rest is refused, each with a warning.
 */
export function checked(extracted: unknown, source: SearchableText, links: string[]): Checked {
  const known = new Set(links.map(plainAddress));
  const spans: SourceSpans = {};
  const refused: CvWarning[] = [];
  let from = 0;

  function visit(value: Json, key: string, path: (string | number)[]): unknown {
    if (value === null) return undefined;
    if (typeof value === 'string') return text(value.trim(), key, path);
    if (Array.isArray(value)) {
      const kept: unknown[] = [];
      for (const item of value) {
        // A new entry is looked for from the top; its fields follow each other.
        if (typeof item === 'object') from = 0;
        const result = visit(item, key, [...path, kept.length]);
        if (result !== undefined) kept.push(result);
      }
      return kept.length > 0 ? kept : undefined;
    }
    const entries = Object.entries(value)
      .map(([name, inner]) => [name, visit(inner, name, [...path, name])] as const)
      .filter(([, inner]) => inner !== undefined);
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  }

  function text(value: string, key: string, path: (string | number)[]): string | undefined {
    if (value === '') return undefined;
    const pointer = pointerTo(...path);
    if (/date$/i.test(key)) {
      if (/^\d{4}(-\d{2}){0,2}$/.test(value) && source.hasDate(value)) return value;
    } else {
      const span = source.locate(plainAddress(value), from);
      if (span) {
        spans[pointer] = [span];
        from = span.start;
        return value;
      }
      if (key === 'url' && known.has(plainAddress(value))) return value;
    }
    const message = `The model gave a value for ${pointer} that is not in the CV. It was left out.`;
    refused.push({ code: 'not_in_source', message, pointer });
    return undefined;
  }

  const resume = (visit(extracted as Json, '', []) ?? {}) as Resume;
  return { resume, spans, refused };
}

/** Without what one may leave out of an address. */
function plainAddress(url: string): string {
  return url
    .replace(/^(https?:\/\/|mailto:|tel:)/i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '')
    .toLowerCase();
}
