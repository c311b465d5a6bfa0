import { Button, Divider, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Message } from '../../../api/schema.d.ts';
import { formatNumber } from '../../../ui/dates.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { Found } from './found.tsx';
import { byLikelihood } from './likelihood.ts';
import { foundQuery } from './queries.ts';
import type { Looking } from './use-search-place.ts';
import { wordStarts } from './words.ts';

/** What was found, best first; what hardly fits stands apart. */
export function Results({ looking }: { looking: Looking }) {
  const found = useQuery(foundQuery(looking));
  if (found.isPending) return <Loading label="Searching" />;
  if (found.isError) return <ErrorNotice error={found.error} onRetry={() => found.refetch()} />;
  const { results, degraded } = found.data;
  const starts = wordStarts(looking.q);
  return (
    <>
      <VisuallyHidden role="status">{foundWords(results, starts)}</VisuallyHidden>
      {degraded && (
        <Text size="sm" c="dimmed">
          Looked for words alone: {degraded}
        </Text>
      )}
      {results.length === 0 ? (
        <EmptyState icon={IconSearch} title="Nothing fits">
          Try other words, or look without the filters.
        </EmptyState>
      ) : (
        <ByLikelihood key={looking.q} results={results} starts={starts} isOld={found.isPlaceholderData} />
      )}
    </>
  );
}

function foundWords(results: readonly Ranked[], starts: readonly string[]): string {
  const { likely, unlikely } = byLikelihood(results, starts);
  const count = likely.length === 1 ? 'One message' : `${formatNumber(likely.length)} messages`;
  const found = likely.length === 0 && unlikely.length > 0 ? 'Nothing fits well' : `${count} found`;
  return unlikely.length > 0 ? `${found}, and ${formatNumber(unlikely.length)} less likely ones` : found;
}

type Ranked = Message & { likely?: boolean; confidence?: number };

function ByLikelihood({
  results,
  ...shown
}: Omit<MessagesProps, 'messages'> & { results: readonly Ranked[] }) {
  const { likely, unlikely } = byLikelihood(results, shown.starts);
  const [isAsked, setAsked] = useState(false);
  // Where nothing fits, what does not fit either is not laid out before one as if it were found.
  const isOpen = likely.length > 0 || isAsked;
  return (
    <>
      {likely.length > 0 && <Messages messages={likely} {...shown} />}
      {likely.length === 0 && <Text>Nothing fits well. Try other words, or look without the filters.</Text>}
      {unlikely.length > 0 && (
        <Stack component="section" gap="sm" aria-labelledby="less-likely">
          <div>
            <Divider
              label={
                <Title order={2} size="sm" id="less-likely">
                  Less likely
                </Title>
              }
              labelPosition="left"
            />
            <Text size="sm" c="dimmed">
              These come nearest among the rest, but the search does not believe that they answer you. The
              coach is not reminded of them.
            </Text>
          </div>
          {!isOpen && (
            <Button
              variant="default"
              size="xs"
              style={{ alignSelf: 'flex-start' }}
              onClick={() => setAsked(true)}
            >
              Show them all the same ({formatNumber(unlikely.length)})
            </Button>
          )}
          {isOpen && <Messages messages={unlikely} {...shown} />}
        </Stack>
      )}
    </>
  );
}

interface MessagesProps {
  messages: readonly Message[];
  starts: readonly string[];
  /** Of the question before, while the answer to this one is on its way. */
  isOld?: boolean;
}

export function Messages({ messages, starts, isOld = false }: MessagesProps) {
  return (
    <Stack gap="sm" style={{ opacity: isOld ? 0.6 : 1 }} aria-busy={isOld}>
      {messages.map((message) => (
        <Found key={message.id} message={message} starts={starts} />
      ))}
    </Stack>
  );
}
