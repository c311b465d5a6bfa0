import { Anchor, List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Letter } from '../../api/schema.d.ts';
import { DateText } from '../../ui/dates.tsx';
import { useApplications } from '../jobs/queries.ts';
import { Hint } from '../jobs/shared/hint.tsx';
import { writerOf } from './words.ts';

/** Where it belongs, and how this version came to be. */
export function About({ letter, count }: { letter: Letter; count: number }) {
  const application = useApplications().data?.find(({ job }) => job.id === letter.job.id);
  return (
    <Text span size="sm" c="dimmed">
      {application ? (
        <Anchor
          inherit
          renderRoot={(props) => (
            <Link to="/jobs/$applicationId" params={{ applicationId: application.id }} {...props} />
          )}
        >
          Back to the job
        </Anchor>
      ) : (
        <Anchor component={Link} to="/jobs" inherit>
          All jobs
        </Anchor>
      )}
      {` · version ${letter.version} of ${count}, `}
      <DateText value={letter.created_at} />
      {`, ${writerOf(letter)}`}
    </Text>
  );
}

/** What is left to do, and what the check against CV and posting found. */
export function Notes({ letter: { draft, note, warnings } }: { letter: Letter }) {
  return (
    <>
      {(draft || note) && (
        <Hint {...(draft && { title: 'This is a draft' })}>
          {note ?? 'Something in brackets is left for you to write.'}
        </Hint>
      )}
      {warnings.length > 0 && (
        <Hint tone="look" title="Before you send it">
          <List size="sm" spacing={2}>
            {warnings.map(({ code, message }) => (
              <List.Item key={`${code} ${message}`}>{message}</List.Item>
            ))}
          </List>
        </Hint>
      )}
    </>
  );
}
