import type { MapPoint, MemoryMap } from './queries.ts';

export interface PlacedLabel {
  id: number;
  text: string;
  /** Of its middle, in px from the left and from the top. */
  x: number;
  y: number;
}

const characterWidth = 7;
const lineHeight = 20;
const fewest = 3;

/**
 * The names of groups in the middle of their points, the largest group's first. One that would reach over the edge or
 * lie on another is left out: the list beside the map has them all.
 */
export function placedLabels(
  clusters: readonly Pick<MemoryMap['clusters'][number], 'id' | 'label'>[],
  points: readonly Pick<MapPoint, 'x' | 'y' | 'cluster'>[],
  { width, height }: { width: number; height: number },
): PlacedLabel[] {
  const groups = Map.groupBy(points, ({ cluster }) => cluster);
  const placed: PlacedLabel[] = [];
  const sizeOf = ({ id }: { id: number }) => groups.get(id)?.length ?? 0;
  for (const { id, label: text } of clusters.toSorted((a, b) => sizeOf(b) - sizeOf(a))) {
    const own = groups.get(id) ?? [];
    if (!text || own.length < fewest) continue;
    const x = mean(own.map((point) => point.x)) * width;
    const y = (1 - mean(own.map((point) => point.y))) * height;
    const half = widthOf(text) / 2;
    const fits = x >= half && x + half <= width && y >= lineHeight / 2 && y + lineHeight / 2 <= height;
    const isFree = placed.every(
      (other) =>
        Math.abs(other.y - y) >= lineHeight || Math.abs(other.x - x) >= half + widthOf(other.text) / 2,
    );
    if (fits && isFree) placed.push({ id, text, x, y });
  }
  return placed;
}

const widthOf = (text: string): number => text.length * characterWidth + 8;

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
