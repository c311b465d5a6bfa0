/*
 * The house as docs/architecture.md draws it: main, cli -> http -> features -> desk -> routing, playbook, career, clustering -> memory,
 * documents -> ai, store -> config -> kernel. A room may reach those below it, never one beside it or above it.
 */

const floors: string[][] = [
  ['main'],
  ['cli'],
  // What the command line is made of beside the commands themselves.
  ['doctor', 'evals'],
  ['http', 'mcp'],
  // Puts the rooms below together; those above are handed the result.
  ['context'],
  ['features'],
  // Works on long texts in threads of its own.
  ['desk'],
  // Career: what the features know of CVs, skills and evidence; pure.
  ['routing', 'playbook', 'career', 'clustering'],
  ['memory', 'documents'],
  ['ai', 'store'],
  ['config'],
  ['kernel'],
];

/** Files that may be imported from outside beside a room's index.ts: types that others speak in, or parts loaded apart. */
const publicFiles = new Set([
  'src/main.ts',
  'src/context.ts',
  'src/config/config.ts',
  'src/memory/types.ts',
  'src/memory/transfer/index.ts',
  'src/store/diagnosis.ts',
  // Constructed in the context, which wants nothing else of the feature.
  'src/features/jobs/tools.ts',
  'src/features/facts/facts.ts',
  // The offline engine is loaded by the coach alone.
  'src/ai/offline/index.ts',
]);

export interface Place {
  /** The floor's name: `features` for every feature. */
  floor: string;
  /** What has one index.ts: `memory`, `features/coach`. */
  room: string;
}

/** Where a file lives; null for what is outside the house (packages, tests, scripts). */
export function placeOf(file: string): Place | null {
  const [top, first, second] = file.split('/');
  if (top === 'evals') return { floor: 'evals', room: 'evals' };
  if (top !== 'src' || first === undefined) return null;
  if (first === 'features' || first === 'career') return { floor: first, room: `${first}/${second}` };
  const floor = first.replace(/\.ts$/, '');
  return { floor, room: floor };
}

const depth = (floor: string) => floors.findIndex((names) => names.includes(floor));

/** Why an import is not allowed; null where it is. Both are paths from the root of the repository. */
export function importProblem(from: string, to: string): string | null {
  const source = placeOf(from);
  const target = placeOf(to);
  if (!source || !target || source.room === target.room) return null;
  for (const { floor } of [source, target]) {
    if (depth(floor) < 0) return `${floor} is a room that scripts/arrows/rooms.ts does not know`;
  }
  const isSibling = source.floor === target.floor && ['features', 'career'].includes(source.floor);
  if (!isSibling && depth(target.floor) <= depth(source.floor)) {
    return `${source.room} may not import ${target.room}: the arrows run the other way`;
  }
  // Toolboxes: each file is part of the interface.
  if (['kernel', 'routing', 'evals'].includes(target.floor)) return null;
  if (publicFiles.has(to) || to === `src/${target.room}/index.ts`) return null;
  return `${to} is the inside of ${target.room}: import its index.ts`;
}

/** Packages that only the store may touch. */
const drivers = /^(pg|node:sqlite|sqlite-vec)$|^(pg|sqlite-vec|@electric-sql)\//;

export function packageProblem(from: string, name: string): string | null {
  if (!drivers.test(name) || placeOf(from)?.floor === 'store') return null;
  return `${name} is a database driver: only src/store/ imports one`;
}

/** The store, and the reader of the URL, which has to say which one it is. */
export function mayTellDatabasesApart(file: string): boolean {
  const floor = placeOf(file)?.floor;
  return floor === 'store' || floor === 'config';
}

export function mayReadEnvironment(file: string): boolean {
  return file === 'src/main.ts';
}
