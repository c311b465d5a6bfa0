import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { FormEvent } from 'react';
import type { Letter } from '../../api/schema.d.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import type { useKeptText } from '../jobs/shared/use-kept-text.ts';
import { useEdit } from './queries.ts';

interface EditLetterProps {
  letter: Letter;
  draft: ReturnType<typeof useKeptText>;
  onSaved(letter: Letter): void;
  onCancel(): void;
}

/** The letter in one's own words: kept as a further version, and held against CV and posting. */
export function EditLetter({ letter, draft, onSaved, onCancel }: EditLetterProps) {
  const text = draft.text ?? letter.text;
  const edit = useEdit(letter.id);
  const leave = () => {
    draft.clear();
    onCancel();
  };
  function submit(event?: FormEvent) {
    event?.preventDefault();
    if (text.trim() === letter.text.trim()) return leave();
    if (text.trim() === '') return;
    edit.mutate(text, {
      onSuccess(made) {
        draft.clear();
        const doubts = made.warnings.length;
        notifications.show({
          message: `Kept as version ${made.version}. ${doubts > 0 ? 'The check found something: see above the letter.' : 'The check found nothing to mend.'}`,
        });
        onSaved(made);
      },
    });
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {edit.isError && <ErrorNotice error={edit.error} onRetry={submit} />}
        <Textarea
          label="Letter"
          autosize
          minRows={14}
          maxLength={20_000}
          value={text}
          error={text.trim() === '' && 'An empty letter is not kept.'}
          autoFocus
          onChange={(event) => draft.setText(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit" loading={edit.isPending}>
            Keep as a new version
          </Button>
          <Button variant="subtle" onClick={leave}>
            Cancel
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {edit.isPending && 'Checking what it says…'}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
