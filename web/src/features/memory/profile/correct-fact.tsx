import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Fact } from '../../../api/schema.d.ts';
import { useFactChange } from './queries.ts';

/** What is right instead; the wrong value stays in the history as one that never was so. */
export function CorrectFact({ fact, onDone }: { fact: Fact; onDone(): void }) {
  const [value, setValue] = useState(fact.value);
  const change = useFactChange();
  return (
    <form
      style={{ flex: 1 }}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ do: 'correct', id: fact.id, value: value.trim() }, { onSuccess: onDone });
      }}
    >
      <Group gap="xs">
        <TextInput
          aria-label={`Instead of ${fact.value}`}
          value={value}
          onChange={({ currentTarget }) => setValue(currentTarget.value)}
          maxLength={120}
          style={{ flex: '1 1 10rem' }}
          data-autofocus
          autoFocus
        />
        <Button
          type="submit"
          size="sm"
          loading={change.isPending}
          disabled={value.trim() === '' || value.trim() === fact.value}
        >
          Keep
        </Button>
        <Button size="sm" variant="default" onClick={onDone}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}
