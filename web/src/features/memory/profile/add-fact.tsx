import { Button, Group, Select, TextInput } from '@mantine/core';
import { useDraft } from '../../../ui/use-draft.ts';
import { type FactKind, factKinds, kindOf } from './kinds.ts';
import { useFactChange } from './queries.ts';

/** The person states something about themselves. */
export function AddFact() {
  const kindDraft = useDraft('fact-kind');
  const valueDraft = useDraft('fact-value');
  const change = useFactChange();
  const kind = (factKinds.some((one) => one.kind === kindDraft.text) ? kindDraft.text : 'role') as FactKind;
  const value = valueDraft.text;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(
          { do: 'add', kind, value: value.trim() },
          {
            onSuccess: () => valueDraft.clear(),
          },
        );
      }}
    >
      <Group align="flex-end" gap="sm">
        <Select
          label="Add to your profile"
          data={factKinds.map((one) => ({ value: one.kind, label: one.label }))}
          value={kind}
          onChange={(next) => kindDraft.setText(next ?? '')}
          allowDeselect={false}
          w={{ base: '100%', xs: 190 }}
        />
        <TextInput
          label="What is so"
          placeholder={kindOf(kind).hint}
          value={value}
          onChange={({ currentTarget }) => valueDraft.setText(currentTarget.value)}
          maxLength={120}
          style={{ flex: '1 1 12rem' }}
        />
        <Button type="submit" disabled={value.trim() === ''} loading={change.isPending}>
          Add
        </Button>
      </Group>
    </form>
  );
}
