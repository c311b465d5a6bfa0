import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { queryOptions, skipToken, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import { conversationsKey, conversationsQuery } from '../../coach/queries.ts';

const searchAfterMs = 250;

const oneQuery = (id: string | null) =>
  queryOptions({
    queryKey: [...conversationsKey, 'one', id],
    queryFn: id
      ? ({ signal }) => unwrap(api.GET('/api/conversations/{id}', { params: { path: { id } }, signal }))
      : skipToken,
  });

interface ConversationSelectProps {
  value: string | null;
  onChange(id: string | null): void;
}

/** One conversation, the last used first; what is typed finds others by their titles and messages. */
export function ConversationSelect({ value, onChange }: ConversationSelectProps) {
  const chosen = useQuery(oneQuery(value));
  const title = value === null ? '' : (chosen.data?.title ?? 'One that is not listed');
  const [words, setWords] = useState('');
  const [typed] = useDebouncedValue(words.trim(), searchAfterMs);
  const list = useInfiniteQuery(conversationsQuery(typed === title ? '' : typed));
  const found = list.data?.pages.flatMap((page) => page.conversations) ?? [];
  const data = found.map(({ id, title: label }) => ({ value: id, label }));
  if (value !== null && !found.some(({ id }) => id === value)) data.unshift({ value, label: title });
  return (
    <Select
      label="Conversation"
      placeholder="Any"
      data={data}
      value={value}
      onChange={onChange}
      searchable
      searchValue={words}
      onSearchChange={setWords}
      // The server has found them.
      filter={({ options }) => options}
      nothingFoundMessage="No such conversation"
      clearable
      w={{ base: '100%', xs: 220 }}
    />
  );
}
