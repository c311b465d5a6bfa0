import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconBulb, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { formatNumber } from '../../../ui/dates.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { Filters } from './filters.tsx';
import { newestQuery, statusQuery } from './queries.ts';
import { Messages, Results } from './results.tsx';
import { type Looking, useSearchPlace } from './use-search-place.ts';

const lookAfterMs = 250;

/** Looks through everything by meaning and by words; without a question, the newest first. */
export default function SearchTab() {
  const [looking, change] = useSearchPlace();
  const [typed, setTyped] = useState(looking.q);
  const look = useDebouncedCallback((q: string) => change({ q }), lookAfterMs);
  // Back and forward change the question as well.
  useEffect(() => setTyped(looking.q), [looking.q]);
  return (
    <Stack gap="md">
      <search>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            change({ q: typed });
          }}
        >
          <TextInput
            label="What are you looking for?"
            placeholder="What did they offer me? When do I start?"
            leftSection={<IconSearch size={18} aria-hidden />}
            value={typed}
            onChange={({ currentTarget }) => {
              setTyped(currentTarget.value);
              look(currentTarget.value);
            }}
            maxLength={2_000}
            size="md"
          />
        </form>
      </search>
      <Filters looking={looking} onChange={change} />
      <HowMuch />
      {looking.q.trim() ? <Results looking={looking} /> : <Newest looking={looking} />}
    </Stack>
  );
}

function HowMuch() {
  const { data } = useQuery(statusQuery);
  if (!data || data.messages === 0) return null;
  const { messages, pending, vector_search: byMeaning } = data;
  return (
    <Text size="sm" c="dimmed" role="status">
      {messages === 1 ? 'One message is' : `${formatNumber(messages)} messages are`} remembered
      {!byMeaning && ', found by their words alone: this database has no vector search'}
      {byMeaning && pending > 0 && `; ${formatNumber(pending)} of them are found by their words alone yet`}.
    </Text>
  );
}

function Newest({ looking }: { looking: Looking }) {
  const pages = useInfiniteQuery(newestQuery(looking));
  if (pages.isPending) return <Loading />;
  if (pages.isError) return <ErrorNotice error={pages.error} onRetry={() => pages.refetch()} />;
  const messages = pages.data.pages.flatMap((page) => page.messages);
  if (messages.length === 0) return <Nothing looking={looking} />;
  return (
    <>
      <Messages messages={messages} starts={[]} />
      {pages.hasNextPage && (
        <Button
          variant="default"
          onClick={() => pages.fetchNextPage()}
          loading={pages.isFetchingNextPage}
          mx="auto"
        >
          Show older ones
        </Button>
      )}
    </>
  );
}

function Nothing({ looking }: { looking: Looking }) {
  const { q: _, ...filters } = looking;
  if (Object.values(filters).some(Boolean)) {
    return (
      <EmptyState icon={IconSearch} title="Nothing of this kind">
        Look at another time, or everywhere.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={IconBulb}
      title="Nothing is remembered yet"
      action={<Button renderRoot={(props) => <Link to="/" {...props} />}>Talk to the coach</Button>}
    >
      What you tell the coach is kept here, word by word, and found again when it matters.
    </EmptyState>
  );
}
