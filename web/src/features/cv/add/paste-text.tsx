import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDraft } from '../../../ui/use-draft.ts';

interface PasteTextProps {
  /** Whether it was added. */
  onText(text: string, name: string): Promise<boolean>;
}

const mostCharacters = 400_000;

/** The text of a CV, or its JSON Resume; kept over a reload until it was added. */
export function PasteText({ onText }: PasteTextProps) {
  const text = useDraft('cv-text');
  const name = useDraft('cv-name');
  const [error, setError] = useState<string | null>(null);
  async function submit() {
    if (text.text.trim() === '') return setError('Paste the text of your CV first.');
    if (await onText(text.text, name.text.trim() || 'Pasted CV')) {
      text.clear();
      name.clear();
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="sm">
        <Textarea
          label="Text of the CV"
          description="Plain text, Markdown or JSON Resume"
          autosize
          minRows={7}
          maxRows={16}
          maxLength={mostCharacters}
          value={text.text}
          error={error}
          onChange={(event) => {
            text.setText(event.currentTarget.value);
            setError(null);
          }}
        />
        <Group align="flex-end">
          <TextInput
            label="Name it"
            placeholder="Pasted CV"
            maxLength={200}
            value={name.text}
            onChange={(event) => name.setText(event.currentTarget.value)}
            style={{ flex: '1 1 12rem' }}
          />
          <Button type="submit">Read this text</Button>
        </Group>
      </Stack>
    </form>
  );
}
