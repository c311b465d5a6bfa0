export { answerOffline, OFFLINE_ENGINE, withHowMade, withoutHowMade } from './answer.ts';
export { isCorrection, withCorrection } from './correction.ts';
export { pointTo, wholePiece } from './from-playbook.ts';
export { readKind } from './kind.ts';
export { inPieces } from './pieces.ts';
export { asks, blockQuote, dayOf, sentencesOf } from './sentences.ts';
export { adviceQueries } from './statement.ts';
export type { Advice, OfflineInput, OfflineReply, Remembered, Turn, Words } from './types.ts';
export { wantedBy } from './wanted.ts';
