import type { YearsDemand } from '../posting/index.ts';
import { pointerTo, type Resume } from '../resume/index.ts';
import { impliesSkill, skillById } from '../skills/index.ts';
import type { Evidence } from './evidence.ts';
import { type Covered, covered } from './intervals.ts';
import { roleWords } from './titles.ts';
import type { Verdict, YearsMatch } from './types.ts';
import { dice } from './words.ts';

const round = (months: number) => Math.round((months / 12) * 10) / 10;
const inWords = ({ min, max }: Covered) => {
  const [low, high] = [round(min), round(max)];
  return low === high ? `${low} years` : `${low} to ${high} years, as some dates name no month`;
};

/** Dates by the year leave room: met by how one usually reads them, not met only where no reading is enough. */
function verdictOf(months: Covered, needed: number): Verdict {
  if (months.usual >= needed * 12) return 'met';
  return months.max >= needed * 12 ? 'not told' : 'not met';
}

/** Places in the list of work of the entries that name one of the skills, or whose title is of the wanted kind. */
function relevantEntries(demand: YearsDemand, resume: Resume, evidence: Evidence): number[] {
  const wanted = roleWords(demand.of);
  return (resume.work ?? []).flatMap((entry, i) => {
    const names = (skill: string) =>
      evidence.of(skill).some(({ pointer }) => pointer.startsWith(`/work/${i}/`));
    const named = demand.skills.some(
      (skill) =>
        names(skill) || evidence.implying(skill).some(({ id }) => impliesSkill(id, skill) && names(id)),
    );
    const alike =
      entry.position !== undefined && wanted.size > 0 && dice(wanted, roleWords(entry.position)) >= 0.6;
    return named || alike ? [i] : [];
  });
}

/** Years of work by the CV's dates against those that a posting asks for. */
export function matchYears(demand: YearsDemand, resume: Resume, evidence: Evidence, today: Date): YearsMatch {
  const work = resume.work ?? [];
  const all = covered(work, today);
  const ofSkills = demand.skills.length > 0;
  const entries = ofSkills ? relevantEntries(demand, resume, evidence) : work.map((_, i) => i);
  const counted = ofSkills
    ? covered(
        entries.map((i) => work[i]!),
        today,
      )
    : all;
  const names = demand.skills.map((id) => skillById(id)?.name ?? id).join(', ');
  const told = (verdict: Verdict, reason: string): YearsMatch => {
    const pointers = entries.filter((i) => work[i]!.startDate).map((i) => pointerTo('work', i, 'startDate'));
    const ends = entries.filter((i) => work[i]!.endDate).map((i) => pointerTo('work', i, 'endDate'));
    return {
      demand,
      verdict,
      years: counted ? { min: round(counted.min), max: round(counted.max) } : null,
      basis: ofSkills ? 'entries that name it' : 'all work',
      reason,
      posting_spans: [demand.span],
      cv_spans: [...pointers, ...ends].flatMap((pointer) => evidence.source.known(pointer)),
      pointers: [...pointers, ...ends],
    };
  };
  if (!all) return told('not told', 'The CV gives no dates of work to count.');
  if (!ofSkills) {
    const of = demand.of === '' ? '' : ` Whether it was «${demand.of}» is not compared.`;
    return told(verdictOf(all, demand.min), `All work together: ${inWords(all)}.${of}`);
  }
  if (!counted) {
    if (all.max < demand.min * 12) return told('not met', `All work together: ${inWords(all)}.`);
    return told('not told', `No dated entry of work names ${names}.`);
  }
  const verdict = verdictOf(counted, demand.min);
  const reason = `Entries of work that name ${names}: ${inWords(counted)}; all work: ${inWords(all)}.`;
  // An entry that is silent about a skill may still have had to do with it.
  return told(verdict === 'not met' && all.usual >= demand.min * 12 ? 'not told' : verdict, reason);
}
