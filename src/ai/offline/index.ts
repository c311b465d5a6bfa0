export { answerOffline, OFFLINE_ENGINE } from './answer.ts';
export { readKind } from './kind.ts';
export { inPieces } from './pieces.ts';
export { adviceQueries } from './statement.ts';
export type { Advice, OfflineInput, OfflineReply, Remembered, Turn, Words } from './types.ts';
