import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../../../api/client.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { useDraft } from '../../../ui/use-draft.ts';
import { useAddNamed } from '../queries.ts';
import { type Stage, stageOptions } from '../shared/stages.ts';

/** A job of which there is no posting. */
export function AddByHand({ onDone }: { onDone(): void }) {
  const title = useDraft('job-hand-title');
  const company = useDraft('job-hand-company');
  const place = useDraft('job-hand-place');
  const url = useDraft('job-hand-url');
  const [stage, setStage] = useState<Stage>('saved');
  const [isTried, setTried] = useState(false);
  const add = useAddNamed();

  function submit(event?: FormEvent) {
    event?.preventDefault();
    setTried(true);
    if (!title.text.trim() || !company.text.trim()) return;
    const job = {
      title: title.text.trim(),
      company_name: company.text.trim(),
      ...(place.text.trim() && { location: place.text.trim() }),
      ...(url.text.trim() && { url: url.text.trim() }),
    };
    add.mutate(
      { job, stage },
      {
        onSuccess() {
          for (const draft of [title, company, place, url]) draft.clear();
          notifications.show({ message: `«${job.title}, ${job.company_name}» is on your board.` });
          onDone();
        },
      },
    );
  }
  const wrong = (field: string) =>
    (add.error instanceof ApiProblem && add.error.fields.find((one) => one.field.endsWith(field))?.message) ||
    null;

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {add.isError && <ErrorNotice error={add.error} onRetry={submit} />}
        <TextInput
          label="Title"
          required
          maxLength={255}
          value={title.text}
          error={isTried && !title.text.trim() ? 'What is the job?' : wrong('title')}
          onChange={(event) => title.setText(event.currentTarget.value)}
          data-autofocus
        />
        <TextInput
          label="Company"
          required
          maxLength={255}
          value={company.text}
          error={isTried && !company.text.trim() ? 'Whose job is it?' : wrong('company_name')}
          onChange={(event) => company.setText(event.currentTarget.value)}
        />
        <Group grow align="flex-start">
          <TextInput
            label="Place"
            maxLength={255}
            value={place.text}
            onChange={(event) => place.setText(event.currentTarget.value)}
          />
          <TextInput
            label="Web address"
            type="url"
            placeholder="https://"
            maxLength={500}
            value={url.text}
            error={wrong('url')}
            onChange={(event) => url.setText(event.currentTarget.value)}
          />
        </Group>
        <Group align="flex-end" justify="space-between">
          <Select
            label="Stage"
            data={stageOptions}
            value={stage}
            allowDeselect={false}
            onChange={(value) => value && setStage(value as Stage)}
            w={160}
          />
          <Button type="submit" loading={add.isPending}>
            Add to the board
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
