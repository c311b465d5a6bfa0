import { cluster } from './cluster.ts';
import { project } from './project.ts';

export interface LayoutTask {
  /** All vectors one after the other. */
  values: Float32Array;
  dimensions: number;
}

export interface Layout {
  /** In the order of the vectors, between 0 and 1. */
  places: [number, number][];
  /** The group of each; 0 is the largest. */
  clusters: number[];
}

/** Lays vectors out; run in a thread (`kernel/threads.ts`), as two thousand take seconds. */
export function work({ values, dimensions }: LayoutTask): Layout {
  const vectors = Array.from({ length: values.length / dimensions }, (_, i) =>
    values.subarray(i * dimensions, (i + 1) * dimensions),
  );
  return { places: project(vectors), clusters: cluster(vectors) };
}
