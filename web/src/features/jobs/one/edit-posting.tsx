import { Button, Group, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { ChangeEvent, FormEvent } from 'react';
import type { Job } from '../../../api/schema.d.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { useChangeJob } from '../queries.ts';
import { useKeptFields } from '../shared/use-kept-text.ts';

type Typed = Record<'title' | 'company' | 'place' | 'url' | 'text', string>;

/** What was typed into the form of a posting and not saved yet. */
export const usePostingDraft = (jobId: string) => useKeptFields<Typed>(`posting-${jobId}`);

interface EditPostingProps {
  job: Job;
  draft: ReturnType<typeof usePostingDraft>;
  onDone(): void;
}

/** Puts right what was read wrongly; a new text is read anew. */
export function EditPosting({ job, draft, onDone }: EditPostingProps) {
  const stored: Typed = {
    title: job.title ?? '',
    company: job.company_name ?? '',
    place: job.location ?? '',
    url: job.url ?? '',
    text: job.description ?? '',
  };
  const { title, company, place, url, text } = { ...stored, ...draft.typed };
  const field = (name: keyof Typed) => ({
    value: { ...stored, ...draft.typed }[name],
    onChange: ({ currentTarget: { value } }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      draft.setTyped({ ...draft.typed, [name]: value }),
  });
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
          <TextInput label="Title" maxLength={255} {...field('title')} />
          <TextInput label="Company" maxLength={255} {...field('company')} />
          <TextInput label="Place" maxLength={255} {...field('place')} />
          <TextInput label="Web address" type="url" maxLength={2048} {...field('url')} />
        </SimpleGrid>
        <Textarea
          label="Text of the posting"
          autosize
          minRows={6}
          maxRows={18}
          maxLength={100_000}
          {...field('text')}
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
