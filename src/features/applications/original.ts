import type { DateISO } from '../../kernel/clock.ts';
import type { TimelineEvent } from './history.ts';
import { fits, isStage, type Stage, type StageColumns, stageOf } from './stages.ts';

/** What a row of the original tells about its own past. */
export interface OriginalColumns extends StageColumns {
  created_at: DateISO;
  updated_at: DateISO;
  reviewed_at: DateISO | null;
  interview_scheduled_at: DateISO | null;
}

/**
 * What happened by the original's hand and is not written down yet: the whole past of a row it made, or the move it made
 * after us. Shown as part of the timeline, and stored with the next change of ours.
 */
export function unwrittenEvents(row: OriginalColumns, stored: readonly TimelineEvent[]): TimelineEvent[] {
  if (!stored.some(({ to }) => to !== null)) return pastOf(row);
  if (fits(row)) return [];
  const from = isStage(row.stage) ? row.stage : null;
  return [byOriginal(row.updated_at, 'stage', from, stageOf(row))];
}

/**
 * The original keeps dates, not a history: a step it has no date for is dated by the row's last change, which is the
 * latest it can have been.
 */
function pastOf(row: OriginalColumns): TimelineEvent[] {
  const target = stageOf(row);
  const { created_at, updated_at, reviewed_at, interview_scheduled_at: interview } = row;
  const first: Stage = target === 'saved' ? 'saved' : 'applied';
  const events = [byOriginal(created_at, 'created', null, first)];
  let current: Stage = first;
  const move = (at: DateISO, to: Stage) => {
    if (to === current) return;
    events.push(byOriginal(at, 'stage', current, to));
    current = to;
  };
  const goesOn = target === 'screening' || target === 'interview' || target === 'offer';
  if (reviewed_at && goesOn) move(reviewed_at, 'screening');
  else if (reviewed_at) events.push(byOriginal(reviewed_at, 'reviewed', null, null));
  const interviewed = goesOn ? target !== 'screening' : interview !== null && interview <= updated_at;
  if (interview && interviewed) move(interview < updated_at ? interview : updated_at, 'interview');
  if (interview) events.push({ ...byOriginal(interview, 'interview', null, null), note: interview });
  move(updated_at, target);
  return events;
}

function byOriginal(at: DateISO, kind: string, from: Stage | null, to: Stage | null): TimelineEvent {
  return { at, by: 'original', kind, from, to, note: null };
}
