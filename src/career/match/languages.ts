import { type LanguageDemand, languageLevel } from '../posting/index.ts';
import type { Resume } from '../resume/index.ts';
import { canonicalSkill } from '../skills/index.ts';
import type { Evidence } from './evidence.ts';
import type { LanguageMatch, Verdict } from './types.ts';

/** The CV's own word on a language against what a posting asks for. */
export function matchLanguage(demand: LanguageDemand, resume: Resume, evidence: Evidence): LanguageMatch {
  const proofs = evidence.of(demand.language);
  const answer = (verdict: Verdict, reason: string): LanguageMatch => ({
    demand,
    verdict,
    reason,
    posting_spans: [demand.span],
    cv_spans: proofs.flatMap(({ span }) => span ?? []),
    pointers: [...new Set(proofs.map(({ pointer }) => pointer).filter(Boolean))],
  });
  const listsLanguages = (resume.languages ?? []).length > 0;
  if (proofs.length === 0) {
    if (!listsLanguages) return answer('not told', 'The CV names no languages.');
    return answer('not met', `The CV's languages are others than ${demand.name}.`);
  }
  const entry = resume.languages?.find(
    ({ language }) => canonicalSkill(language ?? '')?.id === demand.language,
  );
  const level = languageLevel(`${entry?.fluency ?? ''}`) ?? levelInText(evidence, demand.language);
  if (demand.level === null || demand.level_text === null)
    return answer('met', `The CV names ${demand.name}.`);
  if (level === null) return answer('not told', `The CV names ${demand.name} without a level.`);
  const told = `The CV tells «${level.text}», asked for is «${demand.level_text}».`;
  return answer(level.level >= demand.level ? 'met' : 'not met', told);
}

/** «German (B2)», «fluent Spanish»: the level beside the name in the source text. */
function levelInText(evidence: Evidence, language: string): ReturnType<typeof languageLevel> {
  for (const { span } of evidence.of(language)) {
    if (!span) continue;
    const { text } = evidence.source;
    const after = text.slice(span.end, span.end + 30).split(/[,;\n•|]/)[0]!;
    const before = text
      .slice(Math.max(0, span.start - 20), span.start)
      .split(/[,;\n•|]/)
      .at(-1)!;
    const level = languageLevel(after) ?? languageLevel(before);
    if (level) return level;
  }
  return null;
}
