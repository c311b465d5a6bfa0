import { Anchor, Badge, Button, Group, Text } from '@mantine/core';
import { IconMailPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DateText } from '../../ui/dates.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/section.tsx';
import { useLettersOfJob } from './queries.ts';
import { tones, writerOf } from './words.ts';
import { WriteLetter } from './write-letter.tsx';

interface LettersOfJobProps {
  jobId: string;
  applicationId: string;
  linkedCv: string | null;
}

/** The letters for a posting, and a form for a new one. */
export function LettersOfJob({ jobId, applicationId, linkedCv }: LettersOfJobProps) {
  const letters = useLettersOfJob(jobId);
  const [isWriting, setWriting] = useState(false);
  const navigate = useNavigate();
  const list = letters.data?.pages.flatMap((page) => page.letters) ?? [];
  return (
    <Section
      title="Letters"
      description={
        list.length === 0
          ? 'From your CV and what you told the coach; each claim shows where it comes from.'
          : undefined
      }
      actions={
        !isWriting && (
          <Button
            size="compact-sm"
            variant={list.length === 0 ? 'light' : 'subtle'}
            leftSection={<IconMailPlus size={16} aria-hidden />}
            onClick={() => setWriting(true)}
          >
            Write a letter
          </Button>
        )
      }
    >
      {isWriting && (
        <WriteLetter
          jobId={jobId}
          applicationId={applicationId}
          linkedCv={linkedCv}
          onCancel={() => setWriting(false)}
          onWritten={({ letter_id }) =>
            void navigate({ to: '/jobs/letters/$letterId', params: { letterId: letter_id } })
          }
        />
      )}
      {letters.isError && !letters.data ? (
        <ErrorNotice
          error={letters.error}
          onRetry={() => letters.refetch()}
          isRetrying={letters.isRefetching}
        />
      ) : letters.isPending ? (
        <Loading label="Loading the letters" />
      ) : (
        list.length > 0 && (
          <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {list.map((letter) => (
              <li key={letter.letter_id}>
                <Group gap="xs" py={6}>
                  <Anchor
                    fw={600}
                    size="sm"
                    renderRoot={(props) => (
                      <Link to="/jobs/letters/$letterId" params={{ letterId: letter.letter_id }} {...props} />
                    )}
                  >
                    {tones.find(({ value }) => value === letter.tone)?.label ?? letter.tone} letter, version{' '}
                    {letter.version}
                  </Anchor>
                  {letter.draft && (
                    <Badge variant="light" color="orange" tt="none">
                      Draft
                    </Badge>
                  )}
                  <Text size="xs" c="dimmed">
                    <DateText value={letter.created_at} />, {writerOf(letter)}
                  </Text>
                </Group>
              </li>
            ))}
          </ul>
        )
      )}
      {letters.hasNextPage && (
        <Button
          size="xs"
          variant="default"
          loading={letters.isFetchingNextPage}
          onClick={() => letters.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </Section>
  );
}
