import type { Work } from '../../resume/index.ts';

const side =
  /\b(part[- ]?time|freelanc\w*|self[- ]employed|board|non[- ]executive|trustee|governor|advis(?:er|or|ory)|volunt\w+|mentor|concurrent\w*|second job|evenings?|weekends?)\b/i;

const beside =
  /\b(consult\w*|contract\w*|bank|agency|per diem|prn|locum|adjunct|casual|seasonal|intern\w*|founder|co-founder|owner|director|tutor|assistant)\b/i;

const wordsOf = ({ position, name, description, summary }: Work) =>
  [position, name, description, summary].join(' ');

/** A post beside a job: it may stand apart from the order of jobs and be told in one line. */
export const isSidePost = (item: Work): boolean => side.test(wordsOf(item));

/** A post that commonly runs at the same time as another. */
export const mayOverlap = (item: Work): boolean => isSidePost(item) || beside.test(wordsOf(item));
