import { Button, Stack, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatNumber } from '../../../ui/dates.tsx';
import type { ViewProps } from '../views.ts';
import { daysOf } from './days.ts';
import { EventLine } from './event-line.tsx';

const step = 60;
const dayName = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeZone: 'UTC' });

/** Everything that happened to all applications, day by day, the newest first. */
export default function TimelineView({ applications }: ViewProps) {
  const [limit, setLimit] = useState(step);
  const { days, total } = useMemo(() => daysOf(applications, limit), [applications, limit]);
  return (
    <Stack gap="lg" maw={760}>
      {days.map(({ day, moments }) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <Title order={2} size="sm" id={`day-${day}`} mb={6}>
            {dayName.format(new Date(day))}
          </Title>
          <Stack component="ul" gap={0} p={0} m={0} style={{ listStyle: 'none' }}>
            {moments.map(({ application, event, key }, i) => (
              <EventLine
                key={key}
                event={event}
                application={application}
                isNamed={moments[i - 1]?.application !== application}
              />
            ))}
          </Stack>
        </section>
      ))}
      {total > limit ? (
        <Button variant="default" onClick={() => setLimit(limit + step)} style={{ alignSelf: 'flex-start' }}>
          Show more ({formatNumber(total - limit)})
        </Button>
      ) : (
        <Text size="sm" c="dimmed">
          That is all.
        </Text>
      )}
    </Stack>
  );
}
