export { type FindOptions, type Found, findClusters, silhouette } from './choose.ts';
export { assign, type Clustering, sphericalKMeans } from './k-means.ts';
export {
  type Label,
  type LabelPhrase,
  type LabelTerm,
  labelClusters,
  runAt,
  type Said,
  type SaidWord,
} from './labels.ts';
export { createMatrix, type Matrix, pickRows, rowOf } from './matrix.ts';
export { mix, seeded } from './random.ts';
export {
  dimensionsOf,
  type Item,
  learnSpace,
  placeItems,
  type Reduced,
  reduceItems,
  type Space,
  standardWeights,
  type Weights,
} from './space.ts';
export { type Example, learnSubjects, type Subjects, subjectScores } from './subjects.ts';
