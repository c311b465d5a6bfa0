import type { Span } from '../resume/index.ts';
import type { SkillMention } from '../skills/index.ts';
import type { Importance, LanguageDemand } from './types.ts';

const levels: [RegExp, number][] = [
  [/\bC2\b/, 6],
  [/\bC1\b/, 5],
  [/\bB2\b/, 4],
  [/\bB1\b/, 3],
  [/\bA2\b/, 2],
  [/\bA1\b/, 1],
  [/\b(?:native|mother[- ]tongue|first language|muttersprache\w*|bilingual)\b/i, 7],
  [
    /\b(?:business[- ]fluent|fluen(?:t|cy|tly)|full professional|verhandlungssicher|excellent|near[- ]native|c-level|very good|perfect)\b/i,
    5,
  ],
  [
    /\b(?:professional|proficien(?:t|cy)|business|advanced|upper[- ]intermediate|strong|good|confident|working proficiency)\b/i,
    4,
  ],
  [/\b(?:intermediate|conversational|working knowledge|limited working)\b/i, 3],
  [/\b(?:basic|elementary|beginner|some knowledge|school[- ]level|fundamentals?)\b/i, 2],
];

/** The level that words tell, by the Common European Framework (1 is A1, 6 is C2, 7 native); null where they tell none. */
export function languageLevel(words: string): { level: number; text: string } | null {
  for (const [pattern, level] of levels) {
    const match = pattern.exec(words);
    if (match) return { level, text: match[0] };
  }
  return null;
}

/** The languages a clause asks for, each with the level told nearest to it. */
export function languagesIn(
  text: string,
  clause: Span,
  hits: SkillMention[],
  importance: (at: number) => Importance,
): LanguageDemand[] {
  const spoken = hits.filter(({ skill }) => skill.kind === 'spoken');
  return spoken.flatMap(({ skill, span }, i) => {
    const kind = importance(span.start);
    if (kind === 'mentioned') return [];
    const from = Math.max(clause.start, spoken[i - 1]?.span.end ?? 0, span.start - 60);
    const to = Math.min(clause.end, spoken[i + 1]?.span.start ?? Number.POSITIVE_INFINITY, span.end + 45);
    // «fluent in English and German»: the second has the first one's level.
    const told =
      languageLevel(text.slice(span.end, to).split(/[,;.]|\band\b/)[0]!) ??
      languageLevel(text.slice(from, span.start)) ??
      languageLevel(text.slice(clause.start, span.start)) ??
      languageLevel(text.slice(span.end, to));
    return [
      {
        language: skill.id,
        name: skill.name,
        kind,
        level: told?.level ?? null,
        level_text: told?.text ?? null,
        span,
      },
    ];
  });
}
