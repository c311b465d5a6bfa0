import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Piece, PlaybookError, readPiece } from './piece.ts';

export interface Playbook {
  pieces: readonly Piece[];
  byId: ReadonlyMap<string, Piece>;
}

const SHIPPED = fileURLToPath(new URL('../../playbook', import.meta.url));
const loaded = new Map<string, Playbook>();

/**
 * Every piece below a folder, `playbook/<topic>/<id>.md`; read once, as the pieces ship with the program.
 * Files named README.md are about the playbook, not of it.
 */
export function loadPlaybook(dir: string = SHIPPED): Playbook {
  const known = loaded.get(dir);
  if (known) return known;
  const byId = new Map<string, Piece>();
  for (const file of filesBelow(dir)) {
    const name = relative(dirname(dir), file);
    const piece = readPiece(readFileSync(file, 'utf8'), name);
    const [topic, id] = [basename(dirname(file)), basename(file, '.md')];
    if (piece.id !== id)
      throw new PlaybookError(`${name}:1`, `the id is «${piece.id}», the file's name «${id}»`);
    if (dirname(file) !== dir && piece.topic !== topic) {
      throw new PlaybookError(`${name}:1`, `the topic is «${piece.topic}», the folder's name «${topic}»`);
    }
    if (byId.has(id)) throw new PlaybookError(`${name}:1`, `there is another piece with the id «${id}»`);
    byId.set(id, piece);
  }
  const playbook = { pieces: [...byId.values()], byId };
  loaded.set(dir, playbook);
  return playbook;
}

function filesBelow(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && entry.name !== 'README.md')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
