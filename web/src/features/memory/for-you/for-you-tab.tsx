import { Stack, Text, Title } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { Quote } from '../../../ui/quote.tsx';
import { MomentLink } from '../moment-link.tsx';
import { Piece } from './piece.tsx';
import { recommendationsQuery } from './queries.ts';
import { SimilarPeople } from './similar-people.tsx';

/** What may help now: earlier advice, pieces of the playbook, and what worked for people alike. */
export default function ForYouTab() {
  const found = useQuery(recommendationsQuery);
  if (found.isPending) return <Loading label="Looking for what may help" />;
  if (found.isError) return <ErrorNotice error={found.error} onRetry={() => found.refetch()} />;
  const { past_advice: advice, playbook, similar_people: similar } = found.data;
  const isEmpty = advice.length === 0 && playbook.length === 0;
  return (
    <Stack gap="lg">
      {isEmpty && (
        <EmptyState icon={IconSparkles} title="Nothing to recommend yet">
          Once you talked about what is on your mind, what may help with it stands here.
        </EmptyState>
      )}
      {playbook.length > 0 && (
        <Part title="From the playbook">
          {playbook.map((piece) => (
            <Piece key={piece.id} piece={piece} />
          ))}
        </Part>
      )}
      {advice.length > 0 && (
        <Part title="What the coach said before">
          {advice.map((one) => (
            <div key={one.id}>
              <Quote text={one.snippet} said={one.created_at} by="The coach" />
              <Text size="sm" c="dimmed" mt={4}>
                {one.why}
                {one.rating === 'helpful' && ' You rated it helpful.'}{' '}
                <MomentLink conversation={one.conversation_id} message={one.message_id}>
                  Go to the moment
                </MomentLink>
              </Text>
            </div>
          ))}
        </Part>
      )}
      <Part title="People like you">
        <SimilarPeople similar={similar} />
      </Part>
    </Stack>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} mb="xs">
        {title}
      </Title>
      <Stack gap="sm">{children}</Stack>
    </section>
  );
}
