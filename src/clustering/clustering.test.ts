import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import wabt from 'wabt';
import {
  createMatrix,
  findClusters,
  type Item,
  labelClusters,
  learnSpace,
  learnSubjects,
  type Matrix,
  mix,
  placeItems,
  reduceItems,
  rowOf,
  type Subjects,
  seeded,
  sphericalKMeans,
  subjectScores,
} from './index.ts';
import { eachProducts, productsModule } from './products.ts';
import { solveRidge } from './solve.ts';

/** Rows around so many directions, each as many times. */
function blobs(
  groups: number,
  each: number,
  noise: number,
  columns = 24,
): { rows: Matrix; labels: number[] } {
  const random = seeded(7);
  const centres = Array.from({ length: groups }, () => Array.from({ length: columns }, () => random() - 0.5));
  const rows = createMatrix(groups * each, columns);
  const labels: number[] = [];
  for (let row = 0; row < rows.rows; row++) {
    const group = row % groups;
    labels.push(group);
    const values = centres[group]!.map((value) => value + noise * (random() - 0.5));
    const length = Math.hypot(...values);
    rowOf(rows, row).set(values.map((value) => value / length));
  }
  return { rows, labels };
}

/** Whether two rows are together in one exactly where they are in the other. */
function isSame(found: ArrayLike<number>, labels: number[]): boolean {
  return labels.every((label, i) =>
    labels.every((other, j) => (found[i] === found[j]) === (label === other)),
  );
}

describe('clusters', () => {
  test.each([
    [3, 4],
    [5, 30],
    [12, 20],
  ])('%i groups of %i are found, and their number', (groups, each) => {
    const { rows, labels } = blobs(groups, each, 0.25);
    const { assignment, centroids } = findClusters(rows);
    expect(centroids.rows).toBe(groups);
    expect(isSame(assignment, labels)).toBe(true);
  });

  test('the same rows and seed give the same clusters', () => {
    const { rows } = blobs(6, 15, 1.5);
    const [one, two] = [findClusters(rows, { seed: 3 }), findClusters(rows, { seed: 3 })];
    expect(one.assignment).toEqual(two.assignment);
    expect(one.centroids.data).toEqual(two.centroids.data);
  });

  test('more clusters than rows, equal rows and a single row are no trouble', () => {
    const rows = createMatrix(5, 4);
    for (let row = 0; row < 5; row++) rowOf(rows, row).set([1, 0, 0, 0]);
    const found = findClusters(rows);
    expect(found.centroids.rows).toBe(1);
    expect([...found.similarity].every((cosine) => Math.abs(cosine - 1) < 1e-6)).toBe(true);
    expect(sphericalKMeans(rows, 50).centroids.rows).toBe(5);
    const alone = createMatrix(1, 4);
    rowOf(alone, 0).set([0, 1, 0, 0]);
    expect(findClusters(alone).assignment).toEqual(Int32Array.from([0]));
  });

  test('every centroid has unit length', () => {
    const { centroids } = findClusters(blobs(4, 20, 1).rows);
    for (let i = 0; i < centroids.rows; i++) expect(Math.hypot(...rowOf(centroids, i))).toBeCloseTo(1, 5);
  });
});

describe('the space of items', () => {
  const reduce = (item: Item) => reduceItems([item], null)[0]!;
  const item = (words: string[], vector: number[] | null = null) =>
    reduce({
      vector: vector && Float32Array.from(vector),
      terms: words.map((word) => [mix(word.length * 31 + word.charCodeAt(0)), 1] as const),
      profile: null,
    });

  test('what shares rare terms is nearer than what shares none', () => {
    const items = [
      item(['salary', 'raise']),
      item(['salary', 'boss']),
      item(['visa', 'moving']),
      item(['visa']),
    ];
    const rows = placeItems(learnSpace(items), items);
    const cosine = (a: number, b: number) =>
      rowOf(rows, a).reduce((sum, value, i) => sum + value * rowOf(rows, b)[i]!, 0);
    expect(cosine(0, 1)).toBeGreaterThan(0.5);
    expect(cosine(0, 2)).toBeLessThan(0.2);
  });

  test('items without a vector are placed by the rest, an item without anything nowhere', () => {
    const items = [item(['a', 'bb'], [1, 0]), item(['a', 'bb']), item([])];
    const rows = placeItems(learnSpace(items), items);
    expect(Math.hypot(...rowOf(rows, 1))).toBeCloseTo(1, 5);
    expect(rowOf(rows, 2).every((value) => value === 0)).toBe(true);
  });

  test('long vectors are projected, and their cosines stay about the same', () => {
    const random = seeded(5);
    const long = () => {
      const values = Array.from({ length: 1_536 }, () => random() - 0.5);
      const length = Math.hypot(...values);
      return Float32Array.from(values, (value) => value / length);
    };
    const items = Array.from({ length: 40 }, () => reduce({ vector: long(), terms: [], profile: null }));
    items.push({ ...items[0]! });
    const rows = placeItems(learnSpace(items), items);
    const cosine = (a: number, b: number) =>
      rowOf(rows, a).reduce((sum, value, i) => sum + value * rowOf(rows, b)[i]!, 0);
    expect(cosine(0, 40)).toBeCloseTo(1, 5);
    for (let i = 1; i < 40; i++) expect(Math.abs(cosine(0, i))).toBeLessThan(0.3);
  });
});

describe('labels', () => {
  const said = (owner: string, text: string) => ({
    owner,
    words: text.split(' ').map((surface) => ({ term: surface.toLowerCase().replace(/s$/, ''), surface })),
  });

  test('terms that tell a cluster apart, by people and not by repetition', () => {
    const [salary] = labelClusters(
      [
        [said('a', 'salary offer offer offer'), said('b', 'salary job'), said('c', 'salary job')],
        [said('a', 'visa job'), said('b', 'visa job'), said('c', 'visa job')],
      ],
      { minPeople: 2 },
    );
    expect(salary!.terms.map(({ term }) => term)).toEqual(['salary', 'job']);
    expect(salary!.terms[0]!.people).toBe(3);
  });

  test('nothing that fewer people say is told', () => {
    const [label] = labelClusters(
      [[said('a', 'negotiate Acme'), said('a', 'negotiate Acme'), said('b', 'negotiate pay')]],
      { minPeople: 2 },
    );
    expect(label!.terms.map(({ surface }) => surface)).toEqual(['negotiate']);
    expect(label!.phrases).toEqual([]);
  });

  test('phrases are words that people say near each other, as most of them write them', () => {
    const [label] = labelClusters(
      [[said('a', 'negotiate a raise'), said('b', 'negotiate my raises'), said('c', 'negotiate raise')]],
      { minPeople: 3 },
    );
    expect(label!.phrases).toEqual([
      { terms: ['negotiate', 'raise'], surface: 'negotiate … raise', people: 3 },
    ]);
  });
});

test('a phrase is the run of words that enough people say, and is counted by it alone', () => {
  const word = (surface: string, before: string | null) => ({ term: surface, surface, before });
  const run = [word('end', null), word('interview', 'of the')];
  const apart = [word('end', null), word('interview', null)];
  const cluster = [
    { owner: 'a', words: run },
    { owner: 'b', words: run },
    { owner: 'c', words: apart },
  ];
  const told = (minPeople: number) => labelClusters([cluster], { minPeople })[0]!.phrases;
  expect(told(2)).toEqual([
    { terms: ['end', 'interview'], surface: 'end of the interview', people: 2, isRun: true },
  ]);
  expect(told(3)).toEqual([{ terms: ['end', 'interview'], surface: 'end … interview', people: 3 }]);
});

describe('subjects learned from examples', () => {
  // Ten components of noise around one that tells the subject: likeness alone sees the noise.
  const random = seeded(3);
  const text = (subject: number) => {
    const values = Array.from({ length: 11 }, (_, i) =>
      i === 0 ? (subject === 0 ? 0.3 : -0.3) : random() - 0.5,
    );
    const length = Math.hypot(...values);
    return { vector: Float32Array.from(values, (value) => value / length), terms: [], subject };
  };
  const subjects = learnSubjects(Array.from({ length: 60 }, (_, i) => text(i % 2)));

  const scoresOf = (learned: Subjects, one: Pick<Item, 'vector' | 'terms'>) =>
    subjectScores(learned, [one])[0]!;

  test('what tells them apart counts, what does not goes', () => {
    const right = Array.from({ length: 100 }, (_, i) => text(i % 2)).filter((one) => {
      const [first, second] = scoresOf(subjects, one);
      return first! > second! === (one.subject === 0);
    });
    expect(right.length).toBeGreaterThan(90);
  });

  test('terms tell alone where there is no vector; of nothing known nothing is told', () => {
    const known = learnSubjects([
      { ...text(0), terms: [[mix(1), 1]] },
      { ...text(1), terms: [[mix(2), 1]] },
    ]);
    const [first, second] = scoresOf(known, { vector: null, terms: [[mix(1), 1]] });
    expect(first).toBeGreaterThan(second!);
    expect([...scoresOf(known, { vector: null, terms: [[mix(9), 1]] })]).toEqual([0, 0]);
    expect(known.floor).toBeGreaterThan(0);
  });

  test('without an example there is no subject', () => {
    expect(learnSubjects([])).toMatchObject({ count: 0, floor: 0 });
  });

  test('a system solved by hand', () => {
    // (2 1 / 1 3) x = (3 / 5) with 1 taken from the diagonal as the ridge: x = (4/5, 7/5).
    const right = Float64Array.from([3, 5]);
    solveRidge(Float64Array.from([1, 1, 1, 2]), { size: 2, columns: 1, ridge: 1 }, right);
    expect(right[0]).toBeCloseTo(0.8, 12);
    expect(right[1]).toBeCloseTo(1.4, 12);
  });
});

describe('inner products', () => {
  test('the bytes are what the source assembles to', async () => {
    const source = readFileSync(new URL('products.wat', import.meta.url), 'utf8');
    const { buffer } = (await wabt()).parseWat('products.wat', source, { simd: true }).toBinary({});
    expect(Buffer.from(buffer).toString('base64')).toBe(productsModule);
  });

  test('of every row with every other are what adding up one by one gives', () => {
    const size = fc.integer({ min: 0, max: 70 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 0, max: 40 }), fc.nat(), (count, others, columns, seed) => {
        const random = seeded(seed);
        const matrix = (rows: number): Matrix => ({
          data: Float32Array.from({ length: rows * columns }, () => random() - 0.5),
          rows,
          columns,
        });
        const [a, b] = [matrix(count), matrix(others)];
        let told = 0;
        let furthest = 0;
        eachProducts(a, b, (row, products) => {
          if (row !== told++ || products.length !== others) throw new Error(`row ${row} out of turn`);
          products.forEach((product, i) => {
            const expected = rowOf(a, row).reduce((sum, value, at) => sum + value * rowOf(b, i)[at]!, 0);
            furthest = Math.max(furthest, Math.abs(product - expected));
          });
        });
        expect(furthest).toBeLessThan(1e-5);
        expect(told).toBe(count);
      }),
      { numRuns: 50 },
    );
  });
});
