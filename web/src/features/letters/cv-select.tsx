import { Anchor, Select, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useCvChoices } from './queries.ts';

interface CvSelectProps {
  value: string | null;
  onChange(id: string): void;
}

/** One of the person's CVs; the newest where none is chosen. */
export function CvSelect({ value, onChange }: CvSelectProps) {
  const cvs = useCvChoices();
  const list = cvs.data?.cvs;
  const isKnown = list?.some(({ id }) => id === value) ?? true;
  const first = list?.[0]?.id;
  useEffect(() => {
    if ((value === null || !isKnown) && first !== undefined) onChange(first);
  }, [value, isKnown, first, onChange]);
  if (cvs.isError && !list)
    return <ErrorNotice error={cvs.error} onRetry={() => cvs.refetch()} isRetrying={cvs.isRefetching} />;
  if (list?.length === 0)
    return (
      <Text size="sm">
        There is no CV yet.{' '}
        <Anchor component={Link} to="/cv" inherit underline="always">
          Add one
        </Anchor>{' '}
        first.
      </Text>
    );
  return (
    <Select
      label="CV"
      data={list?.map(({ id, filename }) => ({ value: id, label: filename })) ?? []}
      value={isKnown ? value : null}
      allowDeselect={false}
      disabled={!list}
      onChange={(id) => id && onChange(id)}
    />
  );
}
