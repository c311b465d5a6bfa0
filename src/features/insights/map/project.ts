import { UMAP } from 'umap-js';
import { nearest } from './nearest.ts';
import { mulberry32 } from './random.ts';

const NEIGHBOURS = 15;
const EPOCHS = 200;
const SEED = 20_240_315;

/**
 * Vectors of unit length laid out on a plane so that near ones stay near (UMAP, McInnes et al. 2018), each as `[x, y]`
 * between 0 and 1, the longer side filling it. The same vectors in the same order are always laid out the same. Neighbours
 * are found here: for some thousands that is quicker than the library, and nearly exact.
 */
export function project(vectors: readonly Float32Array[]): [number, number][] {
  const nNeighbors = Math.min(NEIGHBOURS, vectors.length - 1);
  const { indices, distances } = nearest(vectors, nNeighbors);
  const umap = new UMAP({
    nNeighbors,
    nComponents: 2,
    minDist: 0.1,
    nEpochs: EPOCHS,
    random: mulberry32(SEED),
  });
  umap.setPrecomputedKNN(indices, distances);
  // The neighbours are all it asks of the vectors.
  return fitted(umap.fit(vectors.map(() => [0])));
}

function fitted(places: number[][]): [number, number][] {
  const of = (axis: number) => places.map((place) => place[axis]!);
  const [left, bottom] = [Math.min(...of(0)), Math.min(...of(1))];
  const side = Math.max(Math.max(...of(0)) - left, Math.max(...of(1)) - bottom) || 1;
  const rounded = (value: number) => Math.round((value / side) * 10_000) / 10_000;
  return places.map(([x, y]) => [rounded(x! - left), rounded(y! - bottom)]);
}
