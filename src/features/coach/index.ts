export {
  type Coach,
  type CoachParts,
  type CoachReply,
  type CoachRequest,
  createCoach,
  type FinishedReply,
  ReplyFailed,
} from './coach.ts';
export { type Resolved, resolveFollowUp } from './follow-up/index.ts';
export { type CoachDeps, registerCoach } from './routes.ts';
export type { ShownMemory, Source } from './sources.ts';
export type { CoachMetadata, CoachUIMessage } from './ui-stream.ts';
