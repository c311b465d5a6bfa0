import type { Posting } from '../posting/index.ts';
import { findSkills, skillById } from '../skills/index.ts';
import type { Evidence } from './evidence.ts';
import type { KeywordCount } from './types.ts';
import { tellingWords } from './words.ts';

const MOST_WORDS = 20;

function counts(names: string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
  return found;
}

/**
 * How often a posting says each skill that it wants, and each further word that it repeats, and how often the CV does:
 * the most frequent first. The words are those of requirements and tasks.
 */
export function countKeywords(
  posting: Posting,
  postingText: string,
  cvText: string,
  evidence: Evidence,
): KeywordCount[] {
  const inPosting = counts(findSkills(postingText).map(({ skill }) => skill.id));
  const ofSkills = posting.skills.map(({ skill }) => ({
    term: skillById(skill)!.name,
    skill,
    posting: inPosting.get(skill) ?? 0,
    cv: evidence.of(skill).length,
  }));
  const parts = [...posting.requirements, ...posting.responsibilities].map(({ text }) => text);
  const skillWords = new Set(
    posting.skills.flatMap(({ skill }) => {
      const { name, aliases } = skillById(skill)!;
      return tellingWords([name, ...aliases].join(' '));
    }),
  );
  const cvWords = counts(tellingWords(cvText));
  const repeated = [...counts(tellingWords([...new Set(parts)].join('\n')))]
    .filter(([word, count]) => count > 1 && word.length > 3 && !skillWords.has(word))
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_WORDS)
    .map(([word, count]) => ({ term: word, skill: null, posting: count, cv: cvWords.get(word) ?? 0 }));
  return [...ofSkills, ...repeated].sort((a, b) => b.posting - a.posting);
}
