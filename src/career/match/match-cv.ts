import { readPosting } from '../posting/index.ts';
import { intoBuckets } from './buckets.ts';
import { matchDegree } from './degrees.ts';
import { Evidence } from './evidence.ts';
import { fieldsOf } from './fields.ts';
import { countKeywords } from './keywords.ts';
import { matchLanguage } from './languages.ts';
import { matchTitle } from './titles.ts';
import type { JobMatch, MatchInput } from './types.ts';
import { matchYears } from './years.ts';

/**
 * Holds a CV against a posting, without a model: each demand with the places that show it on both sides. Spans of the CV
 * point into `cvText`, those of the posting into its `text`; where the CV's source does not show a field, its pointer is
 * all there is. `today` ends what goes on; the system's date where it is not given.
 */
export function matchCv(
  cv: MatchInput,
  posting: { title?: string; text: string },
  { today = new Date() }: { today?: Date } = {},
): JobMatch {
  const wanted = readPosting(posting);
  const evidence = new Evidence(cv);
  const { resume } = cv;
  const ownText =
    cv.cvText ||
    fieldsOf(resume)
      .map(({ value }) => value)
      .join('\n');
  return {
    ...intoBuckets(wanted.demands, evidence),
    years: wanted.all_years.map((demand) => matchYears(demand, resume, evidence, today)),
    degrees: wanted.all_degrees.map((demand) => matchDegree(demand, resume, evidence.source)),
    languages: wanted.languages.map((demand) => matchLanguage(demand, resume, evidence)),
    title: matchTitle(wanted, resume, evidence.source),
    keywords: countKeywords(wanted, posting.text, ownText, evidence),
    basis: wanted.basis,
  };
}
