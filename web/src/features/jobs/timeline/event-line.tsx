import { Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Application } from '../../../api/schema.d.ts';
import { DayText, isDay } from '../../../ui/dates.tsx';
import { authorOf, eventWords, type TimelineEvent } from '../shared/history.ts';
import { nameOf } from '../shared/names.ts';
import { StageDot } from '../shared/stage-dot.tsx';
import { isStage } from '../shared/stages.ts';
import classes from './timeline.module.css';

const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

interface EventLineProps {
  event: TimelineEvent;
  /** Named and linked; left out on its own page, where the line has its date. */
  application?: Application;
  /** False where the line above is of the same one. */
  isNamed?: boolean;
}

/** One thing that happened: what, by whom, when. */
export function EventLine({ event, application, isNamed = true }: EventLineProps) {
  const { what, note } = eventWords(event);
  return (
    <li className={classes.event}>
      <span className={classes.dot}>{isStage(event.to) ? <StageDot stage={event.to} /> : <i />}</span>
      <div className={classes.words}>
        {application && isNamed && (
          <Anchor
            size="sm"
            fw={600}
            renderRoot={(props) => (
              <Link
                to="/jobs/$applicationId"
                params={{ applicationId: application.id }}
                preload={false}
                {...props}
              />
            )}
          >
            {nameOf(application)}
          </Anchor>
        )}
        <Group gap={6} align="baseline">
          <Text size="sm">{what}</Text>
          <Text size="xs" c="dimmed">
            by {authorOf(event)}
            {!application && (
              <>
                , <DayText value={event.at} withTime />
              </>
            )}
            {application && !isDay(event.at) && (
              <>
                , <time dateTime={event.at}>{time.format(new Date(event.at))}</time>
              </>
            )}
          </Text>
        </Group>
        {note && (
          <Text size="sm" c="dimmed" className={classes.note}>
            {note}
          </Text>
        )}
      </div>
    </li>
  );
}
