import { isName } from './names.ts';
import { oneLine } from './plain.ts';
import { namesRole } from './roles.ts';

export interface TitleLine {
  title: string;
  company: string | null;
}

const patterns: { pattern: RegExp; title: number; company: number }[] = [
  { pattern: /^job application for (.+?) at (.+)$/i, title: 1, company: 2 },
  { pattern: /^(.+?) (?:is )?hiring (?:an? )?(.+?)(?: in .+)?$/i, title: 2, company: 1 },
  { pattern: /^(.+?) (?:is (?:looking for|seeking)) (?:an? )?(.+?)(?: in .+)?$/i, title: 2, company: 1 },
  { pattern: /^(.+?)\s+(?:at|@|bei|chez)\s+(.+)$/i, title: 1, company: 2 },
];

/** `Role at Company`, `Company is hiring a Role`: a title and an employer in one phrase; null for any other. */
export function roleAndCompany(phrase: string): TitleLine | null {
  for (const { pattern, title, company } of patterns) {
    const match = pattern.exec(phrase.trim());
    if (!match) continue;
    const [role, name] = [match[title]!.trim(), match[company]!.trim().replace(/\s+\(.*\)$/, '')];
    if (namesRole(role) && isName(name) && role.length <= 150)
      return { title: oneLine(role), company: oneLine(name) };
  }
  return null;
}

/** The parts of a line that stand beside each other; hyphens inside words do not part anything. */
export function partsOf(line: string): string[] {
  return line
    .split(/\s+(?:[|·•‧]|[–—]|-{1,2})\s+(?![$£€₹]?\s?\d)|\s*[|•·]\s*|\t+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
