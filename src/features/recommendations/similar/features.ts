import { seniorityOf } from '../../../career/posting/index.ts';
import type { Application, Stage } from '../../applications/index.ts';
import { type Channel, channelOf, channels, familiesOf, type Strategy, strategies } from './words.ts';

/** How far somebody got: with any of the applications counted. */
export interface Reached {
  interview: boolean;
  offer: boolean;
}

/** What is kept of a person beside their vector: words of fixed lists and yes or no, never a text, a name or a number of theirs. */
export interface ProfileFeatures {
  version: 1;
  families: string[];
  seniority: string[];
  /** Ids of the skills' taxonomy. */
  skills: string[];
  /** Null where nothing was applied for. */
  reached: Reached | null;
  by_channel: Partial<Record<Channel, Reached>>;
  by_strategy: Partial<Record<Strategy, Reached>>;
  /** Topics of the playbook whose advice they found helpful. */
  helpful: string[];
}

export interface FeatureSource {
  applications: readonly Application[];
  /** What their CV calls them. */
  label: string | null;
  skills: readonly string[];
  helpful: readonly string[];
}

const MOST_SKILLS = 60;
const MOST_TITLES = 20;

export function featuresOf({ applications, label, skills, helpful }: FeatureSource): ProfileFeatures {
  const titles = [
    ...applications.slice(0, MOST_TITLES).map(({ job }) => job.title),
    ...(label ? [label] : []),
  ];
  const sent = applications.filter(({ stage }) => stage !== 'saved');
  const reachedBy = <Name extends string>(
    names: readonly Name[],
    has: (one: Application, name: Name) => boolean,
  ) => {
    const found: Partial<Record<Name, Reached>> = {};
    for (const name of names) {
      const reached = furthest(sent.filter((one) => has(one, name)));
      if (reached) found[name] = reached;
    }
    return found;
  };
  const levels = titles.map(seniorityOf).filter((level) => level !== null);
  return {
    version: 1,
    families: familiesOf(titles),
    seniority: [...new Set<string>(levels)].sort(),
    skills: [...new Set(skills)].sort().slice(0, MOST_SKILLS),
    reached: furthest(sent),
    by_channel: reachedBy(channels, ({ source }, channel) => channelOf(source) === channel),
    by_strategy: reachedBy(strategies, (one, strategy) =>
      strategy === 'cover_letter' ? one.letter_id !== null : one.contacts.length > 0,
    ),
    helpful: [...new Set(helpful)].sort(),
  };
}

const INTERVIEW: readonly Stage[] = ['interview', 'offer', 'accepted'];
const OFFER: readonly Stage[] = ['offer', 'accepted'];

/** Whatever became of it later, an interview was had. Null of no applications. */
function furthest(applications: readonly Application[]): Reached | null {
  if (applications.length === 0) return null;
  const was = (stages: readonly Stage[]) =>
    applications.some(
      ({ stage, timeline }) =>
        stages.includes(stage) || timeline.some(({ to }) => stages.includes(to as Stage)),
    );
  return { interview: was(INTERVIEW), offer: was(OFFER) };
}
