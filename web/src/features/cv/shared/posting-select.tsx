import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { errorText } from '../../../ui/error-notice.tsx';
import { usePosting, usePostings } from '../queries.ts';

interface PostingSelectProps {
  label: string;
  value: string | null;
  onChange(id: string | null): void;
  error?: string | null;
}

const labelOf = ({ title, company_name }: { title: string | null; company_name: string | null }) =>
  [title, company_name].filter(Boolean).join(', ') || 'Posting without a title';

/** One of the saved postings, searched for by the server. */
export function PostingSelect({ label, value, onChange, error }: PostingSelectProps) {
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed.trim(), 250);
  const chosen = usePosting(value);
  const name = chosen.data ? labelOf(chosen.data) : null;
  const postings = usePostings(words === name ? '' : words.slice(0, 200));
  const found = postings.data?.jobs.map((job) => ({ value: job.id, label: labelOf(job) })) ?? [];
  const isListed = found.some((one) => one.value === value);
  const data = value !== null && name !== null && !isListed ? [{ value, label: name }, ...found] : found;
  return (
    <Select
      label={label}
      placeholder="Title, company or words of it"
      data={data}
      value={value}
      onChange={onChange}
      searchable
      clearable
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has searched, in the text as well.
      filter={({ options }) => options}
      nothingFoundMessage={
        postings.isPending
          ? 'Looking…'
          : words
            ? 'No saved posting has these words'
            : 'No posting is saved yet'
      }
      error={error ?? (postings.isError ? errorText(postings.error) : null)}
    />
  );
}
