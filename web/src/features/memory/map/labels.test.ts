import { expect, it } from 'vitest';
import { placedLabels } from './labels.ts';

const points = (cluster: number, x: number, y: number, count = 4) =>
  Array.from({ length: count }, () => ({ cluster, x, y }));
const size = { width: 400, height: 300 };

it('stands in the middle of its points, and never on another or over the edge', () => {
  const clusters = ['Salary', 'Interviews', 'Edge', 'Few', 'Travel'].map((label, id) => ({ id, label }));
  const all = [
    ...points(0, 0.5, 0.5),
    // The larger group's name goes first.
    ...points(1, 0.52, 0.51, 9),
    ...points(2, 0.01, 0.2),
    ...points(3, 0.2, 0.9, 2),
    ...points(4, 0.5, 0.75),
  ];
  const placed = placedLabels(clusters, all, size);
  expect(placed.map(({ text }) => text)).toEqual(['Interviews', 'Travel']);
  expect(placed[1]).toMatchObject({ x: 200, y: 75 });
});
