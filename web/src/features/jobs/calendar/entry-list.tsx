import { Anchor, Text, ThemeIcon } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { nameOf } from '../shared/names.ts';
import classes from './calendar.module.css';
import type { Entry } from './entries.ts';
import { kinds } from './kinds.ts';

const day = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' });
const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

/** The entries in words: who, what, when. */
export function EntryList({ entries, withDay }: { entries: Entry[]; withDay: boolean }) {
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {entries.map(({ key, kind, at, application }) => {
        const { name, color, icon: Icon } = kinds[kind];
        return (
          <li key={key} className={classes.entry}>
            <ThemeIcon variant="light" color={color} size="md" aria-hidden>
              <Icon size={16} />
            </ThemeIcon>
            <div style={{ minWidth: 0 }}>
              <Anchor
                size="sm"
                fw={600}
                style={{ overflowWrap: 'anywhere' }}
                renderRoot={(props) => (
                  <Link to="/jobs/$applicationId" params={{ applicationId: application.id }} {...props} />
                )}
              >
                {nameOf(application)}
              </Anchor>
              <Text size="sm" c="dimmed">
                {name},{' '}
                <time dateTime={at}>
                  {withDay && `${day.format(new Date(at))}, `}
                  {time.format(new Date(at))}
                </time>
                {kind === 'reminder' && application.next_step && `: ${application.next_step}`}
              </Text>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
