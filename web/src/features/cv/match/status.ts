import type { CvAnalysis, JobMatch, SkillMatch } from '../../../api/schema.d.ts';
import type { Tone } from '../text/annotated-text.tsx';
import type { Mark } from '../text/segments.ts';

export type Status = 'listed' | 'supported' | 'missing';
export type Demand = JobMatch['years'][number];
export type Verdict = Demand['verdict'];

export interface ShownSkill {
  key: string;
  status: Status;
  match: SkillMatch;
}

export interface ShownDemand {
  key: string;
  /** What it is about: «Years», «Degree». */
  what: string;
  verdict: Verdict;
  reason: string;
  cv_spans: Demand['cv_spans'];
  posting_spans: Demand['posting_spans'];
}

export const statusWords: Record<Status, string> = {
  listed: 'listed among your skills',
  supported: 'shown by what you did',
  missing: 'not in your CV',
};

const order: Status[] = ['missing', 'supported', 'listed'];

/** What the posting asks for in skills, what is missing first. */
export function skillsOf(match: JobMatch): ShownSkill[] {
  return order.flatMap((status) =>
    match[status].map((skill) => ({ key: `${skill.kind}-${skill.skill}`, status, match: skill })),
  );
}

/** What the posting asks for beyond skills. */
export function demandsOf({ title, years, degrees, languages }: JobMatch): ShownDemand[] {
  const listed = (what: string, demands: readonly Demand[]) =>
    demands.map((demand, index) => ({ key: `${what.toLowerCase()}-${index}`, what, ...demand }));
  const { posting, cv } = title;
  const named: ShownDemand[] =
    posting === null
      ? []
      : [
          {
            key: 'title',
            what: 'Title',
            ...title,
            reason:
              cv === null ? `«${posting}»; your CV names no title.` : `«${posting}», and yours «${cv}».`,
          },
        ];
  return [
    ...named,
    ...listed('Years', years),
    ...listed('Degree', degrees),
    ...listed('Language', languages),
  ];
}

/** The words of the posting that would do as well: «Kubernetes or ECS». */
export function alternativesOf({ name, posting_spans, alternatives }: SkillMatch, posting: string): string[] {
  if (alternatives.length < 2) return [];
  const words = posting_spans.map(({ start, end }) => posting.slice(start, end));
  return [...new Set(words)].filter((word) => word.toLowerCase() !== name.toLowerCase());
}

/** The marks of one side. */
export function marksOf(analysis: CvAnalysis, side: 'cv_spans' | 'posting_spans'): Mark<Tone>[] {
  const match = analysis.job_match;
  if (!match) return [];
  const skills = skillsOf(match).map(({ key, status, match: skill }): Mark<Tone> => {
    const description = `${skill.name}: ${statusWords[status]}`;
    return { key, spans: skill[side], tone: status, description };
  });
  const demands = demandsOf(match).map(({ key, what, reason, ...demand }): Mark<Tone> => {
    return { key, spans: demand[side], tone: 'demand', description: `${what}: ${reason}` };
  });
  return [...skills, ...demands].filter(({ spans }) => spans.length > 0);
}
