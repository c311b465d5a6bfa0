import type { SkillMention } from '../skills/index.ts';
import type { Importance, Posting, SkillDemand } from './types.ts';

/** Names of one clause that are alternatives of each other, or a single one. */
export interface Wanted {
  kind: Importance;
  members: SkillMention[];
  /** Of a task or a requirement; not of what introduces the posting. */
  ofTheWork: boolean;
}

const order: Importance[] = ['required', 'preferred', 'mentioned'];
const isFirm = ({ skill }: SkillMention) => skill.kind !== 'soft';

/** What is wanted all over the posting, each once and as strongly as anywhere. */
export function gather(wanted: Wanted[]): Pick<Posting, 'demands' | 'skills' | 'basis'> {
  const asks = wanted.some(({ kind, members }) => kind !== 'mentioned' && members.some(isFirm));
  const basis = asks ? 'stated' : 'tasks';
  const ranked = wanted.map((one) => ({
    ...one,
    kind: !asks && one.kind === 'mentioned' ? ('required' as const) : one.kind,
  }));
  ranked.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const demands = new Map<string, SkillDemand>();
  const settled = new Set<string>();
  for (const { kind, members } of ranked) {
    const ids = [...new Set(members.map(({ skill }) => skill.id))];
    const key = [...ids].sort().join('|');
    const mentions = members.map(({ skill, span }) => ({ skill: skill.id, span }));
    const same = demands.get(key);
    if (same) {
      same.mentions.push(...mentions);
      continue;
    }
    // What is only mentioned, or preferred, where another demand holds it already, adds nothing to it.
    const held = kind !== 'required' && ids.every((id) => settled.has(id));
    if (held) {
      for (const mention of mentions) holder(demands, mention.skill)?.mentions.push(mention);
      continue;
    }
    demands.set(key, { kind, skills: ids, mentions });
    for (const id of ids) settled.add(id);
  }
  for (const demand of demands.values()) demand.mentions.sort((a, b) => a.span.start - b.span.start);
  return { demands: [...demands.values()], skills: each([...demands.values()]), basis };
}

function holder(demands: Map<string, SkillDemand>, skill: string): SkillDemand | undefined {
  return [...demands.values()].find(({ skills }) => skills.includes(skill));
}

function each(demands: SkillDemand[]): Posting['skills'] {
  const seen = new Map<string, Posting['skills'][number]>();
  for (const { kind, mentions } of demands) {
    for (const { skill, span } of mentions) if (!seen.has(skill)) seen.set(skill, { skill, kind, span });
  }
  return [...seen.values()];
}
