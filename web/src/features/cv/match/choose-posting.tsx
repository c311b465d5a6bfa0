import {
  Button,
  Checkbox,
  Group,
  Paper,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { useDraft } from '../../../ui/use-draft.ts';
import { useAnalyse, useSavePosting } from '../queries.ts';
import { PostingSelect } from '../shared/posting-select.tsx';

const ways = [
  { value: 'saved', label: 'Saved' },
  { value: 'text', label: 'Pasted text' },
  { value: 'url', label: 'Web address' },
];

/** Of the text that the match is made with. */
const mostCharacters = 50_000;

interface ChoosePostingProps {
  cvId: string;
  onMatched(analysisId: string): void;
  onCancel: (() => void) | null;
}

/** What the CV is held against; what is typed or chosen is kept over a reload. */
export function ChoosePosting({ cvId, onMatched, onCancel }: ChoosePostingProps) {
  const way = useDraft('cv-match-way');
  const jobId = useDraft('cv-match-job');
  const text = useDraft('cv-match-text');
  const url = useDraft('cv-match-url');
  const [keeps, setKeeps] = useState(true);
  const [error, setError] = useState<string | null>(null);
  const save = useSavePosting();
  const analyse = useAnalyse(cvId);
  const chosen = way.text || 'text';

  const match = useMutation({
    async mutationFn() {
      if (chosen === 'saved') return analyse.mutateAsync({ job_id: jobId.text });
      if (chosen === 'text' && !keeps) return analyse.mutateAsync({ job_text: text.text });
      const posting = await save.mutateAsync(
        chosen === 'url' ? { url: url.text.trim() } : { text: text.text },
      );
      return analyse.mutateAsync({ job_id: posting.id });
    },
    onSuccess({ id }) {
      for (const draft of [jobId, text, url]) draft.clear();
      onMatched(id);
    },
  });

  function submit(event?: FormEvent) {
    event?.preventDefault();
    const missing = {
      saved: jobId.text === '' && 'Choose a posting.',
      text: text.text.trim() === '' && 'Paste the text of the posting.',
      url: url.text.trim() === '' && 'Enter the address of the posting.',
    }[chosen];
    setError(missing || null);
    if (!missing) match.mutate();
  }
  const waits = match.isPending && (save.isPending ? 'Reading the posting' : 'Comparing');

  return (
    <Paper withBorder p="md" maw={760} component="form" onSubmit={submit}>
      <Stack gap="sm">
        <div>
          <Text component="h2" fw={600}>
            Hold this CV against a posting
          </Text>
          <Text size="sm" c="dimmed">
            See which of its skills you list, which your work shows, and which are missing, marked in both
            texts.
          </Text>
        </div>
        <SegmentedControl
          data={ways}
          value={chosen}
          onChange={(value) => {
            way.setText(value);
            setError(null);
          }}
          aria-label="Where the posting comes from"
        />
        {match.isError && <ErrorNotice error={match.error} onRetry={() => match.mutate()} />}
        {chosen === 'saved' && (
          <PostingSelect
            label="Posting"
            value={jobId.text || null}
            onChange={(id) => jobId.setText(id ?? '')}
            error={error}
          />
        )}
        {chosen === 'text' && (
          <>
            <Textarea
              label="Text of the posting"
              autosize
              minRows={7}
              maxRows={18}
              maxLength={mostCharacters}
              value={text.text}
              onChange={(event) => text.setText(event.currentTarget.value)}
              error={error}
            />
            <Checkbox
              label="Keep it under Jobs too"
              checked={keeps}
              onChange={(event) => setKeeps(event.currentTarget.checked)}
            />
          </>
        )}
        {chosen === 'url' && (
          <TextInput
            label="Address of the posting"
            description="A public page; it is read once and kept under Jobs."
            type="url"
            inputMode="url"
            placeholder="https://"
            maxLength={2048}
            value={url.text}
            onChange={(event) => url.setText(event.currentTarget.value)}
            error={error}
          />
        )}
        <Group>
          <Button type="submit" loading={match.isPending}>
            Match
          </Button>
          {onCancel && (
            <Button variant="subtle" onClick={onCancel}>
              Back
            </Button>
          )}
          <Text size="sm" c="dimmed" role="status">
            {waits && `${waits}…`}
          </Text>
        </Group>
      </Stack>
    </Paper>
  );
}
