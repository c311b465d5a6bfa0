import { Button, Group, Progress, Select, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Letter } from '../../api/schema.d.ts';
import { useAccount } from '../../app/account.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { Hint } from '../jobs/shared/hint.tsx';
import { CvSelect } from './cv-select.tsx';
import { useWrite } from './queries.ts';
import { tones } from './words.ts';

interface WriteLetterProps {
  jobId?: string;
  applicationId?: string;
  linkedCv: string | null;
  /** A letter that gets a further version. */
  letter?: Letter;
  onWritten(letter: Letter): void;
  onCancel(): void;
}

/** What a letter is made from, and how it should sound. */
export function WriteLetter({
  jobId,
  applicationId,
  linkedCv,
  letter,
  onWritten,
  onCancel,
}: WriteLetterProps) {
  const [cvId, setCvId] = useState<string | null>(linkedCv);
  const [tone, setTone] = useState<Letter['tone']>(letter?.tone ?? 'professional');
  const wishes = useDraft(`letter-wishes-${letter?.letter_id ?? jobId}`);
  const account = useAccount();
  const running = useRef<AbortController>(null);
  const write = useWrite(() => {
    running.current = new AbortController();
    return running.current.signal;
  });
  // A letter that nobody waits for is not written to the end.
  useEffect(() => () => running.current?.abort(), []);
  const hasModel = account.data?.engines.chat !== null;

  function submit(event?: FormEvent) {
    event?.preventDefault();
    if (cvId === null) return;
    const instructions = wishes.text.trim();
    write.mutate(
      {
        cv_id: cvId,
        tone,
        ...(letter ? { letter_id: letter.letter_id } : { job_id: jobId }),
        ...(applicationId && { application_id: applicationId }),
        ...(hasModel && instructions && { instructions }),
      },
      {
        onSuccess(made) {
          wishes.clear();
          onWritten(made);
        },
      },
    );
  }
  const isStopped = write.error instanceof DOMException && write.error.name === 'AbortError';

  return (
    <form onSubmit={submit} aria-label={letter ? 'A further version' : 'A new letter'}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
          <CvSelect value={cvId} onChange={setCvId} />
          <Select
            label="Tone"
            data={tones}
            value={tone}
            allowDeselect={false}
            onChange={(value) => value && setTone(value as Letter['tone'])}
          />
        </SimpleGrid>
        {hasModel ? (
          <Textarea
            label="Wishes"
            description="What to stress, and how. No facts: those come from your CV and your conversations."
            autosize
            minRows={2}
            maxRows={6}
            maxLength={2000}
            value={wishes.text}
            onChange={(event) => wishes.setText(event.currentTarget.value)}
          />
        ) : (
          <Hint>
            No language model is set up. You get a draft made of quotations from your CV, with places in
            brackets for your own words.
          </Hint>
        )}
        {write.isError && !isStopped && <ErrorNotice error={write.error} onRetry={submit} />}
        {write.isPending && <Progress value={100} animated size="sm" aria-label="Writing" />}
        <Group gap="sm">
          <Button type="submit" size="xs" loading={write.isPending} disabled={cvId === null}>
            {letter ? 'Write another version' : 'Write it'}
          </Button>
          {write.isPending ? (
            <Button size="xs" variant="default" onClick={() => running.current?.abort()}>
              Stop
            </Button>
          ) : (
            <Button size="xs" variant="subtle" onClick={onCancel}>
              Cancel
            </Button>
          )}
          <Text size="sm" c="dimmed" role="status">
            {write.isPending && 'Writing, and checking each claim. This can take a minute.'}
            {isStopped && 'Stopped.'}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
