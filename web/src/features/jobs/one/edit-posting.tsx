import { Button, Group, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Job } from '../../../api/schema.d.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { useChangeJob } from '../queries.ts';
import { useKeptText } from '../shared/use-kept-text.ts';

/** Puts right what was read wrongly; a new text is read anew. */
export function EditPosting({ job, onDone }: { job: Job; onDone(): void }) {
  const [title, setTitle] = useState(job.title ?? '');
  const [company, setCompany] = useState(job.company_name ?? '');
  const [place, setPlace] = useState(job.location ?? '');
  const [url, setUrl] = useState(job.url ?? '');
  const draft = useKeptText(`posting-text-${job.id}`);
  const text = draft.text ?? job.description ?? '';
  const change = useChangeJob(job.id);

  function submit(event?: FormEvent) {
    event?.preventDefault();
    const changes = {
      ...(title.trim() && title.trim() !== job.title && { title: title.trim() }),
      ...(company.trim() && company.trim() !== job.company_name && { company_name: company.trim() }),
      ...(place.trim() !== (job.location ?? '') && { location: place.trim() || null }),
      ...(url.trim() !== (job.url ?? '') && { url: url.trim() || null }),
      ...(text.trim() && text !== job.description && { description: text }),
    };
    const done = () => {
      draft.clear();
      onDone();
    };
    if (Object.keys(changes).length === 0) done();
    else change.mutate(changes, { onSuccess: done });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="xs">
          <TextInput
            label="Title"
            maxLength={255}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <TextInput
            label="Company"
            maxLength={255}
            value={company}
            onChange={(event) => setCompany(event.currentTarget.value)}
          />
          <TextInput
            label="Place"
            maxLength={255}
            value={place}
            onChange={(event) => setPlace(event.currentTarget.value)}
          />
          <TextInput
            label="Web address"
            type="url"
            maxLength={2048}
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
        </SimpleGrid>
        <Textarea
          label="Text of the posting"
          autosize
          minRows={6}
          maxRows={18}
          maxLength={100_000}
          value={text}
          onChange={(event) => draft.setText(event.currentTarget.value)}
        />
        {change.isError && <ErrorNotice error={change.error} onRetry={submit} />}
        <Group gap="xs">
          <Button type="submit" size="xs" loading={change.isPending}>
            Save
          </Button>
          <Button
            size="xs"
            variant="subtle"
            onClick={() => {
              draft.clear();
              onDone();
            }}
          >
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
