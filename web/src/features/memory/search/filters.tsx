import '@mantine/dates/styles.css';
import { Button, Group, Select } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { kindOptions } from '../kinds.ts';
import { ConversationSelect } from './conversation-select.tsx';
import type { Looking } from './use-search-place.ts';

const speakers = [
  { value: 'user', label: 'You' },
  { value: 'assistant', label: 'The coach' },
];

interface FiltersProps {
  looking: Looking;
  onChange(change: Partial<Looking>): void;
}

/** Narrows what is looked through. */
export function Filters({ looking, onChange }: FiltersProps) {
  const { kind, role, since, until } = looking;
  const isNarrowed = kind || role || since || until || looking.in;
  return (
    <Group gap="sm" align="flex-end">
      <DatePickerInput
        type="range"
        label="When"
        placeholder="Any time"
        valueFormat="ll"
        allowSingleDateInRange
        clearable
        clearButtonProps={{ 'aria-label': 'Any time' }}
        value={[since, until]}
        onChange={([from, to]) => onChange({ since: from, until: to })}
        w={{ base: '100%', xs: 250 }}
        maxDate={new Date()}
      />
      <Select
        label="From"
        placeholder="Everywhere"
        data={kindOptions}
        value={kind}
        onChange={(value) => onChange({ kind: value })}
        clearable
        w={{ base: '47%', xs: 160 }}
      />
      <Select
        label="Said by"
        placeholder="Anybody"
        data={speakers}
        value={role}
        onChange={(value) => onChange({ role: value as Looking['role'] })}
        clearable
        w={{ base: '47%', xs: 140 }}
      />
      <ConversationSelect value={looking.in} onChange={(id) => onChange({ in: id })} />
      {isNarrowed && (
        <Button
          variant="subtle"
          onClick={() => onChange({ kind: null, role: null, since: null, until: null, in: null })}
        >
          Look everywhere
        </Button>
      )}
    </Group>
  );
}
