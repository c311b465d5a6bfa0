import { type DegreeDemand, degreeLevelOf, degreeLevels } from '../posting/index.ts';
import { pointerTo, type Resume } from '../resume/index.ts';
import type { Source } from './source.ts';
import type { DegreeMatch, Verdict } from './types.ts';
import { dice, tellingWords } from './words.ts';

const rankOf = (level: DegreeDemand['level']) => degreeLevels.indexOf(level);
const unfinished =
  /\b(?:in progress|incomplete|not completed|dropped out|expected|ongoing|coursework|candidate)\b/i;

/** The CV's highest degree against the one asked for. */
export function matchDegree(demand: DegreeDemand, resume: Resume, source: Source): DegreeMatch {
  const entries = (resume.education ?? []).flatMap((entry, i) => {
    const name = [entry.studyType, entry.area].filter(Boolean).join(', ');
    const level = degreeLevelOf(name) ?? degreeLevelOf(entry.studyType ?? '');
    return [{ i, name, level, area: entry.area ?? '', isOpen: unfinished.test(name) }];
  });
  const known = entries.filter(({ level, isOpen }) => level !== null && !isOpen);
  known.sort((a, b) => rankOf(b.level!) - rankOf(a.level!));
  const answer = (verdict: Verdict, reason: string, i?: number): DegreeMatch => {
    const pointers =
      i === undefined
        ? []
        : (['studyType', 'area'] as const)
            .filter((key) => resume.education![i]![key])
            .map((key) => pointerTo('education', i, key));
    const cv_spans = pointers.flatMap((pointer) => source.of(pointer, String(fieldAt(resume, pointer))));
    return { demand, verdict, reason, posting_spans: [demand.span], cv_spans, pointers };
  };
  const best = known[0];
  if (!best) {
    const why = entries.length === 0 ? 'The CV names no education.' : 'The CV names no degree.';
    return answer('not told', demand.soft ? `${why} Experience may stand in for it.` : why);
  }
  if (rankOf(best.level!) < rankOf(demand.level)) {
    const less = `The CV's highest is «${best.name}» (${best.level}); asked for is ${demand.level}.`;
    return answer(
      demand.soft ? 'not told' : 'not met',
      demand.soft ? `${less} Experience may stand in for it.` : less,
      best.i,
    );
  }
  const subject = known.find(
    ({ level, area, name }) =>
      rankOf(level!) >= rankOf(demand.level) && inFields(demand.fields, area || name),
  );
  const degree = subject ?? best;
  if (demand.fields.length > 0 && !subject) {
    return answer(
      'met',
      `«${degree.name}» has the level; its subject is not among ${demand.fields.join(', ')}.`,
      degree.i,
    );
  }
  return answer('met', `«${degree.name}».`, degree.i);
}

function inFields(fields: string[], area: string): boolean {
  const words = new Set(tellingWords(area));
  return fields.some((field) => dice(new Set(tellingWords(field)), words) >= 0.5);
}

function fieldAt(resume: Resume, pointer: string): unknown {
  const [, , index, key] = pointer.split('/');
  return resume.education?.[Number(index)]?.[key as 'area' | 'studyType'];
}
