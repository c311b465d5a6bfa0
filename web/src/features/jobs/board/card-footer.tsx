import { IconArrowRight, IconBell, IconCalendarEvent, IconClock } from '@tabler/icons-react';
import type { Application } from '../../../api/schema.d.ts';
import { relativeDate } from '../../../ui/dates.tsx';
import { daysInStage } from '../shared/history.ts';
import { isClosed } from '../shared/stages.ts';
import classes from './board.module.css';

const days = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'day', unitDisplay: 'long' });

/** What comes next, and how long it has stood here. */
export function CardFooter({ application, now = Date.now() }: { application: Application; now?: number }) {
  const { interview_at, remind_at, next_step, stage } = application;
  const isAhead = interview_at !== null && Date.parse(interview_at) >= now;
  const isLate = remind_at !== null && Date.parse(remind_at) < now;
  return (
    <div className={classes.footer}>
      {!isClosed(stage) && isAhead && (
        <span className={classes.fact} data-tone="soon">
          <IconCalendarEvent size={14} aria-hidden /> Interview {relativeDate(interview_at, now)}
        </span>
      )}
      {remind_at !== null && (
        <span className={classes.fact} data-tone={isLate ? 'late' : undefined}>
          <IconBell size={14} aria-hidden /> {isLate ? 'Due ' : ''}
          {relativeDate(remind_at, now)}
        </span>
      )}
      {next_step !== null && (
        <span className={classes.fact}>
          <IconArrowRight size={14} aria-hidden /> <span className={classes.step}>{next_step}</span>
        </span>
      )}
      <span className={classes.fact}>
        <IconClock size={14} aria-hidden />
        <span className="visually-hidden">In this stage for </span>
        {days.format(daysInStage(application, now))}
      </span>
    </div>
  );
}
