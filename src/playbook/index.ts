export { loadPlaybook, type Playbook } from './load.ts';
export { type Piece, PlaybookError } from './piece.ts';
export { type PlaybookHit, searchPlaybook } from './search.ts';
