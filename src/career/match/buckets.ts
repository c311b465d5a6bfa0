import type { SkillDemand } from '../posting/index.ts';
import { skillById } from '../skills/index.ts';
import type { Evidence, Proof } from './evidence.ts';
import type { CvProof, JobMatch, SkillMatch } from './types.ts';

type Bucket = 'listed' | 'supported' | 'missing';

interface Answer {
  skill: string;
  bucket: Bucket;
  proofs: Proof[];
  via?: string;
}

/** Certificates and licences are named or not: nothing else implies one but another of its kind. */
function answerOf(skill: string, evidence: Evidence): Answer {
  const named = evidence.of(skill);
  if (named.some(({ isListed }) => isListed)) return { skill, bucket: 'listed', proofs: named };
  if (named.length > 0) return { skill, bucket: 'supported', proofs: named };
  const [via] = evidence.implying(skill);
  if (via) return { skill, bucket: 'supported', proofs: evidence.of(via.id), via: via.id };
  return { skill, bucket: 'missing', proofs: [] };
}

const rank: Record<Bucket, number> = { listed: 0, supported: 1, missing: 3 };
const weight = ({ bucket, via }: Answer) => rank[bucket] + (via ? 1 : 0);

/** Of alternatives the one that the CV shows best answers for all. */
function bestAnswer(demand: SkillDemand, evidence: Evidence): Answer {
  const answers = demand.skills.map((skill) => answerOf(skill, evidence));
  return answers.reduce((best, next) => (weight(next) < weight(best) ? next : best));
}

/** The places that are shown of each skill; a hundred say it as well as a thousand. */
const MOST_PROOFS = 100;

const proofOf = ({ pointer, span, as }: Proof): CvProof => ({ pointer, span, as });

export function intoBuckets(
  demands: SkillDemand[],
  evidence: Evidence,
): Pick<JobMatch, 'listed' | 'supported' | 'missing' | 'totals'> {
  const buckets: Record<Bucket, SkillMatch[]> = { listed: [], supported: [], missing: [] };
  const none = () => ({ met: 0, total: 0 });
  const totals = { required: none(), preferred: none(), mentioned: none(), soft: none() };
  for (const demand of demands) {
    const { skill, bucket, proofs: all, via } = bestAnswer(demand, evidence);
    const proofs = all.slice(0, MOST_PROOFS);
    const { name, kind } = skillById(skill)!;
    const tally = kind === 'soft' ? totals.soft : totals[demand.kind];
    tally.total++;
    if (bucket !== 'missing') tally.met++;
    buckets[bucket].push({
      skill,
      name,
      skill_kind: kind,
      kind: demand.kind,
      alternatives: demand.skills,
      cv_spans: proofs.flatMap(({ span }) => span ?? []),
      proofs: proofs.map(proofOf),
      posting_spans: demand.mentions.map(({ span }) => span),
      ...(via === undefined ? {} : { via }),
    });
  }
  return { ...buckets, totals };
}
