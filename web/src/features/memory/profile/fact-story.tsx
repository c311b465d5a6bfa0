import { List, Stack, Text, Timeline } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Fact } from '../../../api/schema.d.ts';
import { DateText } from '../../../ui/dates.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { Quote } from '../../../ui/quote.tsx';
import { MomentLink } from '../moment-link.tsx';
import { shownValue } from './kinds.ts';
import { answersQuery, historyQuery } from './queries.ts';

/** Where a fact comes from, what was so before, and which answers had it before them. */
export function FactStory({ fact }: { fact: Fact }) {
  const history = useQuery(historyQuery(fact.id));
  const answers = useQuery(answersQuery(fact.id));
  return (
    <Stack gap="sm" py="sm" pl="lg">
      <Quote text={fact.text} said={fact.said_at} by="You" />
      <Text size="xs" c="dimmed">
        Read by {fact.engine}
        {fact.engine !== 'person' && `, ${Math.round(100 * fact.confidence)}% sure`}
      </Text>
      <Heading>How it was over time</Heading>
      {history.isPending && <Loading />}
      {history.isError && <ErrorNotice error={history.error} onRetry={() => history.refetch()} />}
      {history.data && <History facts={history.data.facts} />}
      {answers.data && answers.data.answers.length > 0 && (
        <>
          <Heading>Answers that used it</Heading>
          <List size="sm" spacing={4}>
            {answers.data.answers.map((answer) => (
              <List.Item key={answer.message_id}>
                <DateText value={answer.created_at} />:{' '}
                <MomentLink conversation={answer.conversation_id} message={answer.message_id}>
                  {answer.excerpt}
                </MomentLink>
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  );
}

function Heading({ children }: { children: ReactNode }) {
  return (
    <Text size="sm" fw={600} component="h3">
      {children}
    </Text>
  );
}

const endings = {
  change: 'until something new took its place',
  correction: 'was a mistake, and corrected',
  repeat: 'said once more',
  end: 'until it ended',
};

function History({ facts }: { facts: readonly Fact[] }) {
  const told = facts.filter(({ ended }) => ended !== 'repeat');
  return (
    <Timeline active={told.length - 1} bulletSize={14} lineWidth={2}>
      {told.map((fact) => (
        <Timeline.Item key={fact.id} title={<Text size="sm">{shownValue(fact.value)}</Text>}>
          <Text size="xs" c="dimmed">
            {fact.ended === 'correction' ? (
              endings.correction
            ) : (
              <>
                from <DateText value={fact.valid_from} />
                {fact.valid_to && (
                  <>
                    {' '}
                    to <DateText value={fact.valid_to} />
                  </>
                )}
                {fact.ended && `, ${endings[fact.ended]}`}
              </>
            )}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
