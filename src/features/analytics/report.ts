import { searchPlaybook } from '../../playbook/index.ts';
import type { ClusterCounts, Count, Counts } from './counts.ts';
import { termBits } from './groups.ts';
import { type Reason, reasons } from './judging.ts';
import { plainTitle } from './plain-title.ts';
import type { KeptLabel, Run } from './runs.ts';
import { dayOfWeek } from './weeks.ts';

/*
 * What the operator is shown. Nothing with fewer than k people behind it: no cluster, no term, no phrase, no week, no
 * reason. Terms and phrases are told by what people of the cluster say now, so that erasing an account takes its share away.
 */

const isTold = (count: Count | undefined, k: number): count is Count => (count?.people ?? 0) >= k;

function told(label: KeptLabel, counts: ClusterCounts, k: number) {
  const terms = label.terms
    .map(({ surface }, bit) => ({ term: surface, people: counts.peopleOfBit[bit]! }))
    .filter(({ people }) => people >= k);
  const examples = label.phrases
    .map(({ surface }, i) => ({ phrase: surface, people: counts.peopleOfBit[termBits + i]! }))
    .filter(({ people }) => people >= k);
  // A model's title was made of all terms: where one of them is no longer told, neither is the title.
  const title = label.title !== null && terms.length === label.terms.length ? label.title : null;
  const isNamed = title !== null;
  return { title: title ?? plainTitle(label, counts, k), isNamed, terms, examples };
}

const weekOfCount = ([week, { messages, people }]: [number, Count]) => ({
  week: dayOfWeek(week),
  messages,
  people,
});

export function clusterReport({ clusters }: Run, counts: Counts, k: number) {
  const shown = [...counts.clusters]
    .filter(([id, one]) => isTold(one, k) && clusters.questions[id])
    .sort(([a, one], [b, other]) => other.people - one.people || other.messages - one.messages || a - b);
  return {
    clusters: shown.map(([id, one]) => {
      const { title, terms, examples } = told(clusters.questions[id]!, one, k);
      return { id, messages: one.messages, people: one.people, title, terms, examples };
    }),
    suppressed: counts.clusters.size - shown.length,
    questions: counts.questions.messages,
  };
}

/** Weeks of the clusters that are told, the newest last; those with too few people are left out and counted. */
export function topicReport(run: Run, counts: Counts, k: number, weeks: number, now: number) {
  const { clusters } = clusterReport(run, counts, k);
  let suppressed = 0;
  const topics = clusters.map(({ id, title, messages, people }) => {
    const recent = [...counts.clusters.get(id)!.weeks]
      .filter(([week]) => week > now - weeks && week <= now)
      .sort(([a], [b]) => a - b);
    const shown = recent.filter(([, count]) => isTold(count, k));
    suppressed += recent.length - shown.length;
    return { id, title, messages, people, weeks: shown.map(weekOfCount) };
  });
  return { from: dayOfWeek(now - weeks + 1), to: dayOfWeek(now), topics, suppressed_weeks: suppressed };
}

export function gapReport({ clusters }: Run, counts: Counts, k: number) {
  const shown = [...counts.gaps]
    .filter(([id, one]) => isTold(one, k) && clusters.gaps[id])
    .sort(([a, one], [b, other]) => other.people - one.people || other.messages - one.messages || a - b);
  return {
    gaps: shown.map(([id, one]) => {
      const { title, isNamed, terms, examples } = told(clusters.gaps[id]!, one, k);
      const [nearest] = searchPlaybook(terms.map(({ term }) => term).join(' '), 1);
      return {
        id,
        messages: one.messages,
        people: one.people,
        title,
        terms,
        examples,
        reasons: reasons
          .filter((reason) => isTold(one.reasons[reason], k))
          .map((reason: Reason) => ({ reason, ...one.reasons[reason] })),
        suggested_title: terms.length === 0 ? null : isNamed ? title : suggestion(title),
        nearest_piece: nearest ? { id: nearest.piece.id, title: nearest.piece.title } : null,
      };
    }),
    suppressed: counts.gaps.size - shown.length,
  };
}

/** For a page that is still to be written. */
function suggestion(title: string): string {
  const subject = title.replace(/, ([^,]+)$/, ' and $1');
  return `${subject[0]!.toUpperCase()}${subject.slice(1)}: what to know`;
}
